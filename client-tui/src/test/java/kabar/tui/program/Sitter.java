package kabar.tui.program;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import kabar.client.ChatClient;
import kabar.client.ClientPlan;
import kabar.client.ConnectionState;
import kabar.client.Destination;
import kabar.client.Entry;
import kabar.client.Introduction;
import kabar.client.News;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.bindings.Bindings;
import kabar.tui.paint.Area;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Surface;
import kabar.tui.panels.View;
import kabar.tui.reduce.Action;
import kabar.tui.reduce.Next;
import kabar.tui.reduce.Reducer;
import kabar.tui.state.Settings;
import kabar.tui.state.Standing;
import kabar.tui.state.TuiState;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;

/// Somebody who sits at the whole program, with a terminal in memory, a profile on disk and a
/// client of their own.
final class Sitter {
  private static final long DEADLINE_SECONDS = 60;
  private static final Bindings KEYS = Bindings.standard();
  private static final View VIEW = new View(KEYS);

  final MemoryDevice screen = new MemoryDevice();
  final List<String> themes = new CopyOnWriteArrayList<>();
  private final String user;
  private final Path profile;
  private final URI server;
  private Entry entry;
  private Notices notices = new Notices(true, false);
  private Function<TuiState, Canvas> view = Sitter::painted;
  private Consumer<Action> witness = _ -> {};
  private InstantSource clock = InstantSource.system();
  private FutureTask<Leave> running = new FutureTask<>(() -> new Leave.Quit());

  Sitter(String user, Path profile, URI server) {
    this.user = user;
    this.profile = profile;
    this.server = server;
    this.entry = new Entry.Login(user, "surabaya");
  }

  /// The same person with the same profile at another terminal.
  Sitter again() {
    var later = new Sitter(user, profile, server);
    later.entry = new Entry.Kept();
    return later;
  }

  Sitter noticing(Notices wanted) {
    notices = wanted;
    return this;
  }

  Sitter seeing(Function<TuiState, Canvas> other) {
    view = other;
    return this;
  }

  Sitter by(InstantSource other) {
    clock = other;
    return this;
  }

  /// Is told of all that happens, on the screen's thread and before it is looked at.
  Sitter telling(Consumer<Action> other) {
    witness = other;
    return this;
  }

  /// Opens the chat.
  Sitter opens() {
    var plan =
        new Program.Plan(
            new Face(KEYS, this::reduce, Reducer::nextTick, view),
            TuiState.begin(new Size(0, 0), settings(), standing(), Instant.now()),
            notices,
            clock,
            new Editor("my editor"),
            themes::add);
    running = new FutureTask<>(() -> Program.run(plan, this::client, screen));
    Thread.ofPlatform().daemon().start(running);
    return this;
  }

  /// Waits until the chat is left.
  Leave leaves() throws Exception {
    return running.get(DEADLINE_SECONDS, SECONDS);
  }

  /// Quits and waits for it.
  void quits() throws Exception {
    screen.press("ctrl-d");
    leaves();
  }

  /// Takes the terminal away where nobody has left, and waits until all is written down.
  void hangsUp() throws Exception {
    if (screen.isOpen()) {
      screen.vanish();
      leaves();
    }
  }

  static Canvas painted(TuiState state) {
    var canvas = new Canvas(state.size());
    var all = new Area(0, 0, state.size().columns(), state.size().rows());
    VIEW.paint(state, new Surface(canvas, all));
    return canvas;
  }

  private Next reduce(TuiState state, Action action) {
    witness.accept(action);
    return Reducer.reduce(state, action);
  }

  private ChatClient client(Consumer<News> audience) {
    var transports =
        Providers.of("transport", List.<TransportProvider>of(new TcpTransportProvider()));
    var plan =
        new ClientPlan(
                new Destination(server, transports), profile, new Introduction("test", "en", ""))
            .entering(entry);
    return ChatClient.open(plan, audience);
  }

  private static Settings settings() {
    var sentences = new Sentences(Language.ENGLISH);
    return new Settings(sentences, ZoneOffset.UTC, "terminal", true, true, false);
  }

  private Standing standing() {
    return new Standing(server, user, new ConnectionState.Idle(), Instant.now(), 0, 0);
  }
}
