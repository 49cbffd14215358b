package kabar.tui.line;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Reads what is typed, a line whenever one is wanted, on a thread of its own: nothing can call a
/// thread back from reading a terminal.
final class LineInput {
  /// More than any server takes.
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private static final int NONE = -1;

  private final InputStream input;
  private final Consumer<Event> events;
  private final Semaphore wanted = new Semaphore(0);

  /// The end of a terminal's input lasts for one read only.
  private boolean isEnded;

  LineInput(InputStream input, Consumer<Event> events) {
    this.input = new BufferedInputStream(input);
    this.events = events;
  }

  void start() {
    Thread.ofPlatform().daemon().name("kabar-input").start(this::run);
  }

  /// Wants one line more; it or the end of the input will be told.
  void request() {
    wanted.release();
  }

  private void run() {
    try {
      while (true) {
        wanted.acquire();
        events.accept(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Event next() {
    try {
      return isEnded ? new Event.InputEnded() : read();
    } catch (IOException e) {
      // The terminal is gone.
      return new Event.InputEnded();
    }
  }

  /// A last line may lack its end.
  private Event read() throws IOException {
    var line = new ByteArrayOutputStream(128);
    boolean isTooLong = false;
    int next = input.read();
    isEnded = next == NONE;
    if (isEnded) {
      return new Event.InputEnded();
    }
    while (next != '\n' && next != NONE) {
      isTooLong |= line.size() == MAX_LINE_BYTES;
      if (!isTooLong) {
        line.write(next);
      }
      next = input.read();
    }
    isEnded = next == NONE;
    return isTooLong ? new Event.Unusable("Permintaan Terlalu Panjang") : decoded(line);
  }

  private static Event decoded(ByteArrayOutputStream line) {
    try {
      // A new decoder reports what it cannot decode.
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var text = decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
      return new Event.Typed(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } catch (CharacterCodingException _) {
      return new Event.Unusable("Bukan UTF-8");
    }
  }
}
