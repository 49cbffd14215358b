package kabar.server.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import kabar.api.store.Progress;
import kabar.protocol.print.JsonLine;

/// The server's side of a dialogue. Whoever has gone ends the command with an
/// {@link UncheckedIOException}, a server that stops with a {@link RefusedException}.
final class WireDialogue implements Dialogue {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final Wire wire;
  private volatile boolean isStopping;
  private long lastProgress = System.nanoTime() - PAUSE_NANOS;

  WireDialogue(Wire wire) {
    this.wire = wire;
  }

  void stop() {
    isStopping = true;
  }

  @Override
  public void row(JsonLine row) {
    send(JsonLine.empty().with("row", row.json()));
  }

  @Override
  public void say(String sentence) {
    send(JsonLine.empty().with("say", sentence));
  }

  /// Ten times a second at most, and never delayed by more: a client that has gone is noticed by
  /// nothing else.
  @Override
  public Progress progress() {
    return (done, total) -> {
      requireRunning();
      long now = System.nanoTime();
      if (now - lastProgress >= PAUSE_NANOS || done == total) {
        lastProgress = now;
        send(JsonLine.empty().with("done", done).with("total", total));
        flush();
      }
    };
  }

  @Override
  public List<String> more() {
    send(JsonLine.empty().with("more", true));
    flush();
    var answer = receive();
    answer
        .text("fault")
        .ifPresent(
            fault -> {
              throw new RefusedException(fault);
            });
    return answer.texts("lines");
  }

  private JsonLine receive() {
    try {
      return wire.receive().orElseThrow(() -> new IOException("the client has gone"));
    } catch (IOException e) {
      requireRunning();
      throw new UncheckedIOException(e);
    }
  }

  private void send(JsonLine line) {
    requireRunning();
    try {
      wire.send(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    try {
      wire.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireRunning() {
    if (isStopping) {
      throw new RefusedException("the server is stopping, and the command was not finished");
    }
  }
}
