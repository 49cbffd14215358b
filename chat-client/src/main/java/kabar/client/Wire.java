package kabar.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Incoming;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.RpcClientCodec;
import org.jspecify.annotations.Nullable;

/// One connection: matches answers to requests, and passes on what is told, in order.
///
/// Payloads are read on the transport's thread; all else, and all calls, happen on the loop's. It
/// ends once, for whatever reason comes first.
final class Wire implements Receiver {
  /// What servers take where they do not say otherwise, line end included.
  private static final int MAX_REQUEST_BYTES = 64 * 1024;

  /// With so much waiting for the loop nothing more is read, until half of it is done.
  private static final int MAX_BACKLOG = 1_000;

  private final Loop loop;
  private final Owner owner;
  private final RpcClientCodec codec = new RpcClientCodec();
  private final Map<Long, Question> questions = new ConcurrentHashMap<>();
  private final ArrayDeque<byte[]> held = new ArrayDeque<>();
  private final AtomicInteger backlog = new AtomicInteger();
  private volatile @Nullable Connection connection;

  private long lastId;
  private long lastHeard;
  private long ignored;
  private long maxRequestBytes = MAX_REQUEST_BYTES;
  private boolean isFamiliar;
  private @Nullable End end;

  Wire(Loop loop, Owner owner) {
    this.loop = loop;
    this.owner = owner;
    this.lastHeard = loop.nanos();
  }

  /// Whoever uses a wire; called on the loop's thread.
  interface Owner {

    /// The connection stands.
    void opened();

    /// The server says something unasked.
    void told(Event event);

    /// The connection is gone, or never stood. Comes once, and nothing comes after it.
    void ended(End end);
  }

  /// Why it ended.
  sealed interface End {
    String detail();

    /// It may be better another time.
    record Lost(Loss loss, String detail) implements End {}

    /// Nothing of what came was of the protocol.
    record Strange(String detail) implements End {}

    /// There is no transport for the URL, or it cannot use it.
    record Unusable(String detail) implements End {}
  }

  private record Question(Command command, CompletableFuture<Reply> answer, Loop.Timer deadline) {}

  /// Opens the connection.
  ///
  /// @param waiting where to wait for it
  void connect(Ways ways, Executor waiting) {
    waiting.execute(
        () -> {
          try {
            ways.connect(this::opened);
          } catch (IOException e) {
            loop.execute(() -> end(new End.Lost(Loss.UNREACHABLE, String.valueOf(e.getMessage()))));
          } catch (SettingsException | ProviderException e) {
            loop.execute(() -> end(new End.Unusable(String.valueOf(e.getMessage()))));
          }
        });
  }

  /// Asks something.
  ///
  /// @param patience how long the answer may take; then the wire ends
  /// @return fails with an {@link UnansweredException} if the wire ends before, or takes no more
  /// now
  CompletableFuture<Reply> ask(Command command, Duration patience) {
    var open = connection;
    if (open == null || end != null) {
      return CompletableFuture.failedFuture(
          new UnansweredException("there is no connection", false));
    }
    long id = ++lastId;
    var request = codec.request(id, command);
    if (request.length > maxRequestBytes) {
      return CompletableFuture.completedFuture(tooLarge(request.length));
    }
    var answer = new CompletableFuture<Reply>();
    var deadline = loop.after(patience, () -> end(silent(command, patience)));
    questions.put(id, new Question(command, answer, deadline));
    held.add(request);
    flush();
    return answer;
  }

  /// What carries it, once it is opened.
  Optional<Connection> connection() {
    return Optional.ofNullable(connection);
  }

  /// What the server said that it takes.
  void limit(long maxRequestBytes) {
    this.maxRequestBytes = maxRequestBytes;
  }

  /// How long nothing has come.
  Duration silence() {
    return Duration.ofNanos(loop.nanos() - lastHeard);
  }

  /// How much came that this client does not know or did not ask for.
  long ignored() {
    return ignored;
  }

  /// Sends what was asked, then ends the connection without telling its owner.
  void close() {
    finish(new End.Lost(Loss.LOST, "closed"), Connection::close);
  }

  /// Ends the connection.
  void end(End why) {
    if (finish(why, Connection::abort)) {
      owner.ended(why);
    }
  }

  @Override
  public void received(ByteBuffer payload) {
    var incoming = codec.read(payload, this::asked);
    var open = connection;
    if (backlog.incrementAndGet() >= MAX_BACKLOG && open != null) {
      open.pause();
    }
    loop.execute(() -> take(incoming));
  }

  @Override
  public void oversized() {
    loop.execute(() -> end(garbled("a line longer than this client takes")));
  }

  @Override
  public void drained() {
    loop.execute(this::flush);
  }

  @Override
  public void finished() {
    loop.execute(() -> end(new End.Lost(Loss.LOST, "the server has closed the connection")));
  }

  @Override
  public void closed(CloseCause cause) {
    loop.execute(() -> end(new End.Lost(Loss.LOST, told(cause))));
  }

  private Receiver opened(Connection opened) {
    connection = opened;
    loop.execute(
        () -> {
          if (end != null) {
            opened.abort();
          } else {
            lastHeard = loop.nanos();
            owner.opened();
          }
        });
    return this;
  }

  /// What finds the connection's queue full waits here.
  private void flush() {
    var open = connection;
    while (open != null && !held.isEmpty() && open.offer(held.element())) {
      held.remove();
    }
  }

  private @Nullable Command asked(long id) {
    var question = questions.get(id);
    return question == null ? null : question.command();
  }

  private void take(Incoming incoming) {
    var open = connection;
    if (backlog.decrementAndGet() == MAX_BACKLOG / 2 && open != null) {
      open.resume();
    }
    if (end != null) {
      return;
    }
    lastHeard = loop.nanos();
    switch (incoming) {
      case Incoming.Answered(var id, var reply) -> answered(id, reply);
      case Incoming.Told(var event) -> {
        isFamiliar = true;
        owner.told(event);
      }
      case Incoming.Ignored _ -> ignored++;
      case Incoming.Garbage(var what) -> end(garbled(what));
    }
  }

  private void answered(long id, Reply reply) {
    isFamiliar = true;
    var question = forget(id);
    if (question == null) {
      ignored++;
    } else {
      question.answer().complete(reply);
    }
  }

  private @Nullable Question forget(long id) {
    var question = questions.remove(id);
    if (question != null) {
      question.deadline().cancel();
    }
    return question;
  }

  private boolean finish(End why, Consumer<Connection> how) {
    if (end != null) {
      return false;
    }
    end = why;
    var open = connection;
    if (open != null) {
      how.accept(open);
    }
    held.clear();
    var failure = new UnansweredException(why.detail(), true);
    for (var id : List.copyOf(questions.keySet())) {
      var question = forget(id);
      if (question != null) {
        question.answer().completeExceptionally(failure);
      }
    }
    return true;
  }

  private End garbled(String what) {
    return isFamiliar ? new End.Lost(Loss.GARBLED, what) : new End.Strange(what);
  }

  private static End silent(Command command, Duration patience) {
    return new End.Lost(
        Loss.SILENT, "no answer to %s within %d ms".formatted(command.name(), patience.toMillis()));
  }

  private Reply tooLarge(int bytes) {
    return new Reply.Refused(
        Reason.TOO_LARGE,
        "the request has %d bytes on the wire (expected at most %d)"
            .formatted(bytes, maxRequestBytes));
  }

  private static String told(CloseCause cause) {
    return switch (cause) {
      case CLOSED, ABORTED, STOPPED -> "the connection was closed";
      case LOST -> "the connection broke";
      case TIMED_OUT -> "the server did not finish its first line in time";
      case STALLED -> "the server took nothing any more";
    };
  }
}
