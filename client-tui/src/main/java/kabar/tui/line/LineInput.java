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
public final class LineInput {
  /// More than any server takes.
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private static final int NONE = -1;

  private final InputStream input;
  private final Consumer<? super Read> reader;
  private final Semaphore wanted = new Semaphore(0);

  /// The end of a terminal's input lasts for one read only.
  private boolean isEnded;

  /// @param reader is told on a thread of the input's own; must not block
  public LineInput(InputStream input, Consumer<? super Read> reader) {
    this.input = new BufferedInputStream(input);
    this.reader = reader;
  }

  /// What came of wanting a line.
  public sealed interface Read {

    /// A line without its end.
    record Line(String text) implements Read {}

    /// A line that is longer than any server takes.
    record TooLong() implements Read {}

    /// A line that is no text.
    record NotUtf8() implements Read {}

    /// There are no lines any more.
    record Ended() implements Read {}
  }

  /// Begins to read once a line is wanted.
  public void start() {
    Thread.ofPlatform().daemon().name("kabar-input").start(this::run);
  }

  /// Wants one line more; it or the end of the input will be told.
  public void request() {
    wanted.release();
  }

  private void run() {
    try {
      while (true) {
        wanted.acquire();
        reader.accept(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Read next() {
    try {
      return isEnded ? new Read.Ended() : line();
    } catch (IOException e) {
      // The terminal is gone.
      return new Read.Ended();
    }
  }

  /// A last line may lack its end.
  private Read line() throws IOException {
    var line = new ByteArrayOutputStream(128);
    boolean isTooLong = false;
    int next = input.read();
    isEnded = next == NONE;
    if (isEnded) {
      return new Read.Ended();
    }
    while (next != '\n' && next != NONE) {
      isTooLong |= line.size() == MAX_LINE_BYTES;
      if (!isTooLong) {
        line.write(next);
      }
      next = input.read();
    }
    isEnded = next == NONE;
    return isTooLong ? new Read.TooLong() : decoded(line);
  }

  private static Read decoded(ByteArrayOutputStream line) {
    try {
      // A new decoder reports what it cannot decode.
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var text = decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
      return new Read.Line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } catch (CharacterCodingException _) {
      return new Read.NotUtf8();
    }
  }
}
