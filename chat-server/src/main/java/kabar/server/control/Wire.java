package kabar.server.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kabar.protocol.print.JsonLine;

/// One connection, as lines of JSON in UTF-8.
///
/// The client sends `{"control":1,"kabard":VERSION,"command":NAME, …}` with the arguments as
/// further
/// members. The server answers with any number of
///
/// - `{"row":TEXT}`, a JSON object as text, so that it can be passed on as it is,
/// - `{"say":TEXT}`, a sentence for people,
/// - `{"done":N,"total":N}`, how far the work has come,
/// - `{"more":true}`, whereupon the client sends `{"lines":[TEXT,…]}`, no lines at the
///   end, and `{"fault":TEXT}` instead if there should be more and cannot,
///
/// and ends with `{"exit":N,"why":TEXT}`, which must mean the same in every version.
final class Wire implements AutoCloseable {
  /// Which of these protocols it is.
  static final int CONTROL = 1;

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final SocketChannel channel;
  private final InputStream in;
  private final OutputStream out;

  Wire(SocketChannel channel) {
    this.channel = channel;
    this.in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
  }

  /// Sends a line, soon.
  void send(JsonLine line) throws IOException {
    out.write(line.json().getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /// Sends what has not gone yet.
  void flush() throws IOException {
    out.flush();
  }

  /// The next line, empty at the end.
  ///
  /// @throws IOException if it is too long or no JSON
  Optional<JsonLine> receive() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      if (bytes.size() == MOST_BYTES) {
        throw new IOException("a line is longer than %d bytes".formatted(MOST_BYTES));
      }
      bytes.write(next);
    }
    try {
      return Optional.of(JsonLine.parse(bytes.toString(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new IOException("a line is " + e.getMessage(), e);
    }
  }

  /// Hears nothing more, also where somebody waits for it now; what is sent still goes.
  void endInput() throws IOException {
    channel.shutdownInput();
  }

  /// Ends it at once, whatever it is doing.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
