package kabar.bench;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// What keeps a server busy over connections of its own: a closed loop, in which a reply is what
/// makes the next request. For one thread.
interface Load extends Closeable {

  /// What a run came to.
  record Sum(long requests, Duration elapsed) {}

  /// Loads the server for so long and waits for the last replies, which count too.
  ///
  /// @throws BenchException if a reply is wrong or fails to come
  Sum run(Duration duration) throws IOException;

  /// Sends one request on each connection and waits for all replies.
  ///
  /// @throws BenchException as above
  void greet() throws IOException;
}
