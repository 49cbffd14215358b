package kabar.testkit.transcript;

import java.io.IOException;
import java.time.Duration;

/// Somebody at a client that reads lines, or a pipe in their place. For one thread.
public interface Terminal extends AutoCloseable {
  /// How long the client may take to print what it should, or to end.
  Duration DEADLINE = Duration.ofSeconds(60);

  /// Whether what is typed shows among what is printed.
  boolean echoes();

  /// Types a line and presses Enter.
  void type(String line) throws IOException;

  /// Presses Ctrl-C.
  void interrupt() throws IOException;

  /// Says that nothing more will be typed.
  void endInput() throws IOException;

  /// Waits until the client has printed so many characters more, and takes them; fewer if it ends
  /// or takes too long. Lines end with LF alone.
  String read(int length) throws IOException;

  /// Waits until the client has ended and takes the rest of what it printed.
  ///
  /// @param exitCode with which it has to end, if it is a process
  /// @throws AssertionError if it goes on, or ends in another way
  String awaitEnd(int exitCode) throws IOException;

  @Override
  void close() throws IOException;
}
