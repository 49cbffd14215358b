package kabar.tui.line;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.TextAnswer;
import kabar.protocol.TextAnswerException;
import kabar.protocol.TextRequest;
import org.jspecify.annotations.Nullable;

/// Somebody's conversation with a server: reads commands, and prints what the original client
/// printed.
///
/// All happens on the thread that calls {@link #run}, one event after the other. Either a command
/// is awaited or an answer, never both.
public final class LineClient {
  /// How long everything may take that Ctrl-C still leaves to do.
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  /// A token goes into every request, so that it has to be one word. Ours have 36 characters.
  private static final String TOKEN = "[!-~]{1,200}";

  private final Plan plan;
  private final Screen screen;
  private final Printout printout;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final LineInput input;
  private final Answers answers = new Answers(events::add);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Connection connection;

  private State state = State.TALKING;
  private String token = "";
  private @Nullable Command unanswered;
  private long deadline;

  private enum State {
    /// Commands are read and answered.
    TALKING,
    /// Ctrl-C was pressed while an answer was awaited.
    LEAVING,
    /// The answer to the last logout is awaited.
    LOGGING_OUT,
    OVER
  }

  /// How to talk.
  ///
  /// @param isTraced whether to print what the original printed of its talk with the server
  /// @param timeout how long an answer may take
  public record Plan(LineDialect dialect, boolean isTraced, Duration timeout) {}

  /// Opens a connection to a server.
  @FunctionalInterface
  public interface Dial {
    /// Blocks until it stands.
    ///
    /// @throws IOException if nobody answers
    Connection connect(ConnectionHandler handler) throws IOException;
  }

  /// @param typed where commands come from
  /// @param printed where everything is printed
  public LineClient(Plan plan, InputStream typed, OutputStream printed) {
    this.plan = plan;
    this.screen = new Screen(printed);
    this.printout = new Printout(plan.dialect());
    this.input = new LineInput(typed, read -> events.add(event(read)));
  }

  /// Talks with a server until the input ends or {@link #interrupt} is called. Blocks.
  ///
  /// @throws IOException if the server cannot be reached, is lost, or is no server of the text
  ///     dialect; the message is a sentence that names its URL
  public void run(Dial dial, URI uri) throws IOException, InterruptedException {
    connection = dial.connect(_ -> answers);
    input.start();
    try {
      prompt();
      while (state != State.OVER) {
        handle(next());
      }
    } catch (TextAnswerException e) {
      throw new IOException(
          "%s does not answer like a server of the text dialect (%s)"
              .formatted(uri, e.getMessage()),
          e);
    } catch (LostException e) {
      throw new IOException(uri + " " + e.getMessage(), e);
    } finally {
      connection().close();
      ended.countDown();
    }
  }

  /// Logs out, ends the conversation and waits until it has ended, for a few seconds at most. May
  /// be called from any thread, more than once, and when nothing has begun.
  public void interrupt() {
    if (connection == null) {
      return;
    }
    events.add(new Event.Interrupted());
    try {
      // The goodbye has a deadline of its own; this is for a thread that hangs in printing.
      var _ = ended.await(2 * GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What cannot be sent is answered as a server would.
  private static Event event(LineInput.Read read) {
    return switch (read) {
      case LineInput.Read.Line(var text) -> new Event.Typed(text);
      case LineInput.Read.TooLong _ -> new Event.Unusable("Permintaan Terlalu Panjang");
      case LineInput.Read.NotUtf8 _ -> new Event.Unusable("Bukan UTF-8");
      case LineInput.Read.Ended _ -> new Event.InputEnded();
    };
  }

  private Event next() throws InterruptedException {
    if (unanswered == null) {
      return events.take();
    }
    var event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    return event == null ? new Event.Lost("has not answered within " + timeout()) : event;
  }

  private void handle(Event event) throws IOException {
    switch (event) {
      case Event.Typed(var text) when state == State.TALKING -> obey(text);
      case Event.Unusable(var reason) when state == State.TALKING -> reply("Error, " + reason);
      case Event.InputEnded _ when state == State.TALKING -> state = State.OVER;
      case Event.Interrupted _ when state == State.TALKING -> leave();
      case Event.Lost(var how) when state == State.TALKING -> lose(how);
      case Event.Answered answered -> conclude(answered.bytes());
      case Event.Lost _ -> exit();
      // Too late.
      case Event.Typed _, Event.Unusable _, Event.InputEnded _, Event.Interrupted _ -> {}
    }
  }

  private void obey(String text) throws LostException {
    switch (TypedLine.parse(text, token)) {
      case Command.Malformed(_, var reason, _) ->
          reply((reason == Reason.UNKNOWN_COMMAND ? "*" : "-") + "Maaf, command tidak benar");
      case Command.Private command when token.isEmpty() ->
          reply(plan.dialect().notLoggedIn(command));
      case Command command -> ask(command, plan.timeout());
    }
  }

  private void reply(String line) {
    screen.line(line);
    prompt();
  }

  private void prompt() {
    screen.print(plan.dialect().prompt(token));
    input.request();
  }

  private void ask(Command command, Duration timeout) throws LostException {
    var request = TextRequest.of(command);
    if (plan.isTraced() && command instanceof Command.Send) {
      screen.print(plan.dialect().trace(request));
    }
    unanswered = command;
    deadline = System.nanoTime() + timeout.toNanos();
    answers.await();
    if (!connection().offer(request.getBytes(StandardCharsets.UTF_8))) {
      throw new LostException("cannot be reached any more");
    }
  }

  private void conclude(byte[] bytes) throws IOException {
    var command = requireNonNull(unanswered);
    unanswered = null;
    switch (state) {
      case TALKING -> {
        show(command, bytes);
        prompt();
      }
      case LEAVING -> {
        remember(command, TextAnswer.parse(bytes));
        logOut();
      }
      case LOGGING_OUT, OVER -> exit();
    }
  }

  private void show(Command command, byte[] bytes) throws TextAnswerException {
    if (plan.isTraced() && plan.dialect().tracesAnswers()) {
      screen.lines(Trace.answer(bytes));
    }
    var answer = TextAnswer.parse(bytes);
    remember(command, answer);
    screen.lines(printout.lines(command, answer));
  }

  /// A login that fails leaves the session as it was.
  private void remember(Command command, TextAnswer answer) throws TextAnswerException {
    if (answer instanceof TextAnswer.Ok ok && command instanceof Command.Login) {
      token = token(ok);
    } else if (answer instanceof TextAnswer.Ok && command instanceof Command.Logout) {
      token = "";
    }
  }

  private static String token(TextAnswer.Ok answer) throws TextAnswerException {
    var given = answer.text("tokenid");
    if (!given.matches(TOKEN)) {
      throw new TextAnswerException("expected a 'tokenid' of one word");
    }
    return given;
  }

  private void leave() throws LostException {
    state = State.LEAVING;
    if (unanswered == null) {
      logOut();
    } else {
      deadline = System.nanoTime() + GOODBYE.toNanos();
    }
  }

  private void logOut() throws LostException {
    if (token.isEmpty()) {
      exit();
    } else {
      screen.lines(plan.dialect().loggingOut());
      state = State.LOGGING_OUT;
      ask(new Command.Logout(token), GOODBYE);
    }
  }

  private void exit() {
    screen.lines(plan.dialect().exiting());
    state = State.OVER;
  }

  /// Where a prompt stands, the sentence about it goes onto a line of its own.
  private void lose(String how) throws LostException {
    if (unanswered == null) {
      screen.print("\n");
    }
    throw new LostException(how);
  }

  private Connection connection() {
    return requireNonNull(connection);
  }

  /// As people write it: `30s`.
  private String timeout() {
    return plan.timeout().toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /// The server is gone, or is no server of ours.
  private static final class LostException extends IOException {
    LostException(String how) {
      super(how);
    }
  }
}
