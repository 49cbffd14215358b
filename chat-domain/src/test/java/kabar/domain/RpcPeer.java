package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import kabar.api.transport.Transport;
import kabar.protocol.Command;
import kabar.protocol.Incoming;
import kabar.protocol.Reply;
import kabar.protocol.RpcClientCodec;
import kabar.testkit.transport.Event;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingHandler;
import kabar.testkit.transport.RecordingReceiver;

/// A client on a connection through a transport that speaks JSON-RPC, one request after another,
/// and keeps what it is told unasked until somebody wants it. For one thread.
final class RpcPeer {
  private final RpcClientCodec codec = new RpcClientCodec();
  private final RecordingReceiver receiver;
  private final Queue<String> notices = new ArrayDeque<>();
  private final Queue<String> answers = new ArrayDeque<>();
  private long asked;
  private int read;

  private RpcPeer(RecordingReceiver receiver) {
    this.receiver = receiver;
  }

  static RpcPeer connect(Transport transport, URI address) throws IOException {
    var handler = new RecordingHandler(Reaction.none());
    transport.connect(address, handler);
    return new RpcPeer(handler.next());
  }

  /// The reply to a command.
  Reply ask(Command command) {
    long id = asked++;
    offer(codec.request(id, command));
    var payload = ByteBuffer.wrap(nextAnswer().getBytes(StandardCharsets.ISO_8859_1));
    var answered = (Incoming.Answered) codec.read(payload, it -> it == id ? command : null);
    return answered.reply();
  }

  /// The answer to one line, as it is on the wire but for the line end.
  String ask(String line) {
    offer(line + "\n");
    return answer();
  }

  /// Sends just this.
  void offer(String text) {
    offer(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The next answer, as it is on the wire but for the line end; a character for each byte.
  String answer() {
    var line = nextAnswer();
    assertThat(line).endsWith("\n");
    return line.substring(0, line.length() - 1);
  }

  /// What it was told next without asking for it.
  Incoming.Told told() {
    while (notices.isEmpty()) {
      sort(next());
    }
    var payload = ByteBuffer.wrap(notices.remove().getBytes(StandardCharsets.ISO_8859_1));
    return (Incoming.Told) codec.read(payload, _ -> null);
  }

  /// Waits until the server has ended the connection.
  void awaitEnd() {
    receiver.await(Event.Finished.class, 1);
  }

  /// Ends the connection, and waits until it has.
  void close() {
    receiver.connection().close();
    receiver.awaitClosed();
  }

  private void offer(byte[] bytes) {
    assertThat(receiver.connection().offer(bytes)).isTrue();
  }

  private String nextAnswer() {
    while (answers.isEmpty()) {
      sort(next());
    }
    return answers.remove();
  }

  private void sort(String line) {
    (line.contains("\"method\":") ? notices : answers).add(line);
  }

  private String next() {
    read++;
    return receiver.awaitTexts(read).get(read - 1);
  }
}
