package kabar.tui.program;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import kabar.client.ChatClient;
import kabar.client.News;
import kabar.client.ProfileException;
import kabar.tui.paint.Theme;
import kabar.tui.program.Tiding.Stale;
import kabar.tui.reduce.Action;
import kabar.tui.reduce.Effect;
import kabar.tui.state.TuiState;
import kabar.tui.terminal.Device;
import kabar.tui.words.Phrase;
import org.jspecify.annotations.Nullable;

/// The full-screen client while it runs. All that is not given to the client's threads happens on
/// one thread of its own; it waits whenever nothing happens.
public final class Program {
  /// No eye sees more pictures than 30 a second.
  private static final long FRAME_NANOS = 1_000_000_000L / 30;

  private static final long PING_NANOS = 1_000_000_000L;

  private final Plan plan;
  private final ChatClient client;
  private final Device device;
  private final Mailbox mailbox;
  private final Meaning meaning;
  private final Requests requests;
  private final Executor disk;

  private TuiState state;
  private @Nullable TuiState painted;
  private long paintedAt;

  /// From when on the time alone makes what was painted wrong.
  private Instant paintedUntil = Instant.MIN;

  private String title = "";
  private Duration latency = Duration.ZERO;
  private @Nullable Leave leave;

  /// How it is to run.
  ///
  /// @param state how it begins, as large as the screen may be
  /// @param keeper is told, on another thread, which theme was chosen
  public record Plan(
      Face face,
      TuiState state,
      Notices notices,
      InstantSource clock,
      Editor editor,
      Consumer<String> keeper) {}

  /// What it deals with.
  ///
  /// @param disk runs what may block
  private record Ends(ChatClient client, Device device, Executor disk) {}

  private Program(Plan plan, Ends ends, Mailbox mailbox) {
    this.plan = plan;
    this.client = ends.client();
    this.device = ends.device();
    this.disk = ends.disk();
    this.mailbox = mailbox;
    var sentences = plan.state().settings().sentences();
    this.meaning = new Meaning(plan.face().bindings(), sentences);
    this.requests = new Requests(client, mailbox, sentences);
    this.state = plan.state();
    this.paintedAt = System.nanoTime() - FRAME_NANOS;
  }

  /// Shows the chat until somebody leaves it. Blocks.
  ///
  /// @param clients opens the client for whoever is told by it
  /// @throws ProfileException if the profile's folder cannot be used
  /// @throws IOException if the terminal cannot be taken
  /// @throws BugException if there is a bug on the screen's thread; the terminal is given back then
  public static Leave run(Plan plan, Function<Consumer<News>, ChatClient> clients, Screens screens)
      throws IOException, InterruptedException {
    var mailbox = new Mailbox();
    try (var client = clients.apply(new Reporter(mailbox, plan.state().standing().me()));
        var _ = Parting.of(client);
        var disk = Executors.newVirtualThreadPerTaskExecutor()) {
      await(client);
      try (var device =
          screens.open(
              input -> mailbox.put(new Tiding.Typed(input)),
              size -> mailbox.put(new Tiding.Happened(new Action.Resized(size))),
              () -> mailbox.put(new Tiding.Gone()))) {
        return onItsThread(new Program(plan, new Ends(client, device, disk), mailbox));
      }
    }
  }

  private static void await(ChatClient client) throws ProfileException, InterruptedException {
    try {
      client.start().toCompletableFuture().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProfileException problem) {
        throw problem;
      }
      throw new IllegalStateException(e);
    }
  }

  private static Leave onItsThread(Program program) throws InterruptedException {
    var showing = new FutureTask<>(program::show);
    var thread = Thread.ofPlatform().daemon().name("kabar-screen").start(showing);
    try {
      return showing.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    } catch (ExecutionException e) {
      throw new BugException(e.getCause() == null ? e : e.getCause());
    }
  }

  /// What is known from before is seen before anything is asked of the network.
  private Leave show() throws InterruptedException {
    act(new Action.Resized(device.size()));
    tick();
    look(new Stale.Outbox());
    look(new Stale.Talks());
    drafts();
    paint();
    client.connect();
    while (leave == null) {
      takeAll(mailbox.take(patience()));
    }
    return leave;
  }

  private void takeAll(List<Tiding> tidings) {
    tick();
    for (var tiding : tidings) {
      take(tiding);
      if (leave != null) {
        return;
      }
    }
    look();
    if (isStale() && frameDue() <= 0) {
      paint();
    }
  }

  /// How long nothing needs to be done, unless something happens.
  private long patience() {
    var due = isStale() ? frameDue() : Long.MAX_VALUE;
    var ping = isPingAwaited() ? PING_NANOS : Long.MAX_VALUE;
    var ticks = plan.face().ticks().apply(state).map(this::until).orElse(Long.MAX_VALUE);
    return Math.min(ticks, Math.min(due, ping));
  }

  private long until(Instant moment) {
    return Duration.between(plan.clock().instant(), moment).toNanos();
  }

  /// Whether the screen shows something else than it should.
  private boolean isStale() {
    return painted == null
        || !state.looksLike(painted)
        || !state.moment().now().isBefore(paintedUntil);
  }

  private long frameDue() {
    return paintedAt + FRAME_NANOS - System.nanoTime();
  }

  /// The client does not tell of it by itself.
  private boolean isPingAwaited() {
    return latency.isZero() && state.standing().isOnline();
  }

  /// The reducer has no clock, and has to know the time of whatever comes after this.
  private void tick() {
    act(new Action.Ticked(plan.clock().instant()));
  }

  private void take(Tiding tiding) {
    switch (tiding) {
      case Tiding.Happened(var action) -> act(action);
      case Tiding.Typed(var input) -> meaning.of(state, input).ifPresent(this::act);
      case Tiding.Gone _ -> leave = new Leave.Gone();
      case Stale stale -> look(stale);
    }
  }

  private void look(Stale stale) {
    switch (stale) {
      case Stale.Talks _ ->
          act(new Action.TalksRead(client.conversations(), client.knowsAllConversations()));
      case Stale.Outbox _ -> act(new Action.OutboxRead(client.outbox()));
      case Stale.History(var with) when with.equals(state.conversation().with()) -> history(with);
      case Stale.History _ -> {}
      case Stale.Open _ when state.conversation().isOpen() -> history(state.conversation().with());
      case Stale.Open _ -> {}
      case Stale.People _ -> requests.people();
    }
  }

  private void history(String with) {
    act(new Action.HistoryRead(with, client.messages(with)));
  }

  private void drafts() {
    for (var talk : client.conversations()) {
      draft(talk.with().user());
    }
  }

  private void draft(String with) {
    var text = client.draft(with);
    if (!text.isEmpty()) {
      act(new Action.DraftRead(with, text));
    }
  }

  private void look() {
    var answered = client.latency().orElse(Duration.ZERO);
    if (!answered.equals(latency)) {
      latency = answered;
      act(new Action.Pinged(answered.toNanos()));
    }
  }

  private void act(Action action) {
    var next = plan.face().reducer().apply(state, action);
    state = next.state();
    next.effects().forEach(this::carryOut);
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.Send(var to, var text) -> requests.send(to, text);
      case Effect.Resend(var key) -> requests.resend(key);
      case Effect.Drop(var key) -> requests.drop(key);
      case Effect.MarkRead(var with, var upTo) -> client.read(with, upTo);
      case Effect.SaveDraft(var with, var text) -> client.saveDraft(with, text);
      case Effect.ReadConversation(var with) -> {
        history(with);
        draft(with);
      }
      case Effect.ReadOlder(var with) -> requests.older(with);
      case Effect.ReadPeople _ -> requests.people();
      case Effect.TellTyping(var to) -> requests.typing(to);
      case Effect.SetPresence(var presence, var text) -> requests.presence(presence, text);
      case Effect.Connect _ -> client.connect();
      case Effect.LogIn _ -> leave = new Leave.LogIn();
      case Effect.Ring _ -> ring();
      case Effect.Notify(var name, var body) -> tell(name, body);
      case Effect.Copy(var text) -> device.copy(text);
      case Effect.Edit(var text) -> edit(text);
      case Effect.Redraw _ -> redraw();
      case Effect.Suspend _ -> device.suspend();
      case Effect.GoPlain _ -> leave = new Leave.Plain(state.conversation().with());
      case Effect.KeepTheme(var theme) -> disk.execute(() -> plan.keeper().accept(theme));
      case Effect.Quit _ -> leave = new Leave.Quit();
    }
  }

  private void ring() {
    if (plan.notices().isRinging()) {
      device.bell();
    }
  }

  private void tell(String name, String body) {
    if (plan.notices().isShowing()) {
      device.notify(name, body);
    }
  }

  private void redraw() {
    device.redraw();
    painted = null;
  }

  private void edit(String text) {
    try {
      plan.editor().edit(device, text).map(Action.Edited::new).ifPresent(this::act);
    } catch (IOException e) {
      var sentence =
          state.settings().sentences().say(Phrase.NO_EDITOR, String.valueOf(e.getMessage()));
      act(new Action.Remarked(sentence, true));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    painted = null;
  }

  private void paint() {
    var named = Title.of(state);
    if (!named.equals(title)) {
      title = named;
      device.title(named);
    }
    var theme = Theme.named(state.settings().theme()).orElse(Theme.TERMINAL);
    device.show(plan.face().view().apply(state), theme);
    painted = state;
    paintedUntil = plan.face().ticks().apply(state).orElse(Instant.MAX);
    paintedAt = System.nanoTime();
  }
}
