package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import kabar.api.Settings;
import kabar.testkit.transcript.Delivery;
import kabar.testkit.transcript.Transcript;
import kabar.testkit.transcript.TranscriptRunner;
import kabar.testkit.transcript.Wire;
import kabar.transport.udp.UdpTransportProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dialogues of the text dialect, word for word, against the packed server.
final class TranscriptIT {
  @TempDir Path temporary;

  @ParameterizedTest
  @MethodSource("transcripts")
  void isAnsweredWordForWordOverTcp(Transcript transcript) throws Exception {
    play(transcript, "tcp://127.0.0.1:0", TranscriptIT::tcp);
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void isAnsweredWordForWordOverUdp(Transcript transcript) throws Exception {
    try (var udp = new UdpTransportProvider().create(Settings.none())) {
      play(transcript, "udp://127.0.0.1:0", address -> Wire.over(udp, address));
    }
  }

  @ParameterizedTest
  @MethodSource("bareTranscripts")
  void isAnsweredWordForWordInBareDatagrams(Transcript transcript) throws Exception {
    play(transcript, "udp://127.0.0.1:0", TranscriptIT::bare);
  }

  /// Connects to a server.
  @FunctionalInterface
  private interface Way {
    Wire to(URI address) throws IOException;
  }

  private void play(Transcript transcript, String listen, Way way) throws Exception {
    var options = new String[] {"--dialect", transcript.dialect(), "--listen", listen};
    try (var server = PackedServer.demo(temporary.resolve("data"), options)) {
      var address = server.addresses().getFirst();

      new TranscriptRunner(() -> new NotedWire(way.to(address)), Delivery.whole()).run(transcript);
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

  /// Those that can be had there; without one the test fails.
  static Stream<Transcript> bareTranscripts() {
    return transcripts().filter(Transcript::fitsBareDatagrams);
  }

  private static TextClient connect(URI address) throws Exception {
    return TextClient.to(address.getHost(), address.getPort());
  }

  private static Wire tcp(URI address) throws IOException {
    return Wire.over(new Socket(InetAddress.ofLiteral("127.0.0.1"), address.getPort()));
  }

  private static Wire bare(URI address) throws IOException {
    var socket = new DatagramSocket();
    socket.connect(InetAddress.ofLiteral("127.0.0.1"), address.getPort());
    return Wire.bareOver(socket);
  }
}
