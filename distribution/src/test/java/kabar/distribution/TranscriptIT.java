package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import kabar.testkit.transcript.Delivery;
import kabar.testkit.transcript.Transcript;
import kabar.testkit.transcript.TranscriptRunner;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dialogues of the text dialect, word for word, against the packed server over TCP.
final class TranscriptIT {
  @TempDir Path temporary;

  @ParameterizedTest
  @MethodSource("transcripts")
  void isAnsweredWordForWord(Transcript transcript) throws Exception {
    var data = temporary.resolve("data");
    try (var server = PackedServer.demo(data, "--dialect", transcript.dialect())) {

      new TranscriptRunner(() -> wire(server), Delivery.whole()).run(transcript);
    }
  }

  @Test
  void oneServerSpeaksBothDialectsAtTwoAddresses() throws Exception {
    try (var server =
            PackedServer.demo(
                temporary.resolve("data"),
                "--listen",
                "tcp://127.0.0.1:0?dialect=chatbox",
                "--listen",
                "tcp://127.0.0.1:0?dialect=chat");
        var chatbox = connect(server.addresses().getFirst());
        var chat = connect(server.addresses().getLast())) {
      var one = chatbox.login("messi");
      var other = chatbox.login("messi");

      assertThat(chatbox.ask("logout " + one)).isEqualTo(Replies.BARE_OK);
      assertThat(chat.ask("logout " + other)).isEqualTo(Replies.loggedOut("messi [Lionel Messi]"));
    }
  }

  @Test
  void theDialectOptionIsForAddressesThatDoNotSay() throws Exception {
    try (var server =
            PackedServer.demo(
                temporary.resolve("data"),
                "--dialect",
                "chatbox",
                "--listen",
                "tcp://127.0.0.1:0",
                "--listen",
                "tcp://127.0.0.1:0?dialect=chat");
        var silent = connect(server.addresses().getFirst());
        var saying = connect(server.addresses().getLast())) {
      var one = silent.login("messi");
      var other = silent.login("messi");

      assertThat(silent.ask("logout " + one)).isEqualTo(Replies.BARE_OK);
      assertThat(saying.ask("logout " + other))
          .isEqualTo(Replies.loggedOut("messi [Lionel Messi]"));
    }
  }

  static Stream<Transcript> transcripts() {
    return Transcript.all();
  }

  private static TextClient connect(URI address) throws Exception {
    return TextClient.to(address.getHost(), address.getPort());
  }

  private static Wire wire(PackedServer server) throws IOException {
    return Wire.over(new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port()));
  }
}
