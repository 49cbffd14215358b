package kabar.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reply;

/// One connection to a server, and nothing that outlives it: for scripts that ask a few things.
/// Thread-safe.
public final class Link implements AutoCloseable {
  private final Ways ways;
  private final Loop loop;
  private final Timing timing;
  private final Wire wire;

  private Link(Ways ways, Loop loop, Timing timing, Wire wire) {
    this.ways = ways;
    this.loop = loop;
    this.timing = timing;
    this.wire = wire;
  }

  /// Connects. Blocks until the connection stands, as long as the transport tries.
  ///
  /// @param told what the server tells without being asked, on the link's thread
  /// @throws IOException if nobody answers there, or the transport cannot use the URL
  /// @throws kabar.api.ProviderException if no transport serves the URL
  public static Link open(Destination destination, Timing timing, Consumer<? super Event> told)
      throws IOException, InterruptedException {
    var ways = destination.ways(System::nanoTime);
    var loop = new ThreadLoop("kabar-link");
    var opening = new Opening(told);
    var link = new Link(ways, loop, timing, new Wire(loop, opening));
    try {
      link.wire.connect(ways, Runnable::run);
      opening.opened.get();
      return link;
    } catch (ExecutionException e) {
      link.close();
      throw new IOException(String.valueOf(Futures.cause(e).getMessage()), e);
    } catch (InterruptedException | RuntimeException e) {
      link.close();
      throw e;
    }
  }

  /// How the server was reached.
  public Way way() {
    return wire.connection().map(ways::of).orElseThrow();
  }

  /// Asks something. An answer may be a refusal, which is an answer too.
  ///
  /// @return completes on the link's thread; fails with an {@link UnansweredException}
  public CompletionStage<Reply> ask(Command command) {
    var answer = new CompletableFuture<Reply>();
    loop.execute(() -> Futures.forward(wire.ask(command, timing.answer()), answer));
    return answer;
  }

  /// Ends the connection and its threads. Closing twice is harmless.
  @Override
  public void close() {
    ways.close();
    loop.close();
  }

  /// Whoever waits for the connection, and then hears what is told.
  private static final class Opening implements Wire.Owner {
    private final Consumer<? super Event> told;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    Opening(Consumer<? super Event> told) {
      this.told = told;
    }

    @Override
    public void opened() {
      opened.complete(null);
    }

    @Override
    public void told(Event event) {
      told.accept(event);
    }

    @Override
    public void ended(Wire.End end) {
      opened.completeExceptionally(new IOException(end.detail()));
    }
  }
}
