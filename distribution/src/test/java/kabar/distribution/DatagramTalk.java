package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.testkit.transcript.Wire;
import kabar.transport.udp.UdpTransportProvider;

/// Two people who talk to each other over UDP in the text dialect. For one thread.
final class DatagramTalk implements AutoCloseable {
  /// What each says in a round.
  static final int AT_ONCE = 10;

  static final int MOST_IN_AN_INBOX = 200;

  private static final Pattern TEXT = Pattern.compile("\"msg\": \" (.*?) \\\\r\\\\n\"");

  /// Patience, and room for an inbox, which has 256 KiB at most.
  private static final Map<String, String> SETTINGS =
      Map.of("connect-timeout", "60s", "max-payload-bytes", "300000");

  private final Transport transport;
  private final String topic;
  private final Person messi;
  private final Person henderson;

  private DatagramTalk(Transport transport, URI server, String topic) throws IOException {
    this.transport = transport;
    this.topic = topic;
    this.messi = new Person(Wire.over(transport, server), "messi", "henderson");
    this.henderson = new Person(Wire.over(transport, server), "henderson", "messi");
  }

  /// Logs both in.
  ///
  /// @param topic what they talk about, and nobody before them did
  static DatagramTalk through(URI server, String topic) throws IOException {
    var transport = new UdpTransportProvider().create(Settings.of("transport.udp", SETTINGS));
    try {
      return new DatagramTalk(transport, server, topic);
    } catch (IOException | RuntimeException | Error e) {
      transport.close();
      throw e;
    }
  }

  /// Both say something, several times and without waiting, and are answered.
  void round() throws IOException {
    messi.say();
    henderson.say();
    messi.hear();
    henderson.hear();
  }

  /// What both have in their inboxes is what the other said, as far back as an inbox reaches.
  void check() throws IOException {
    check(messi.inbox(), henderson.said);
    check(henderson.inbox(), messi.said);
  }

  private static void check(List<String> inbox, List<String> said) {
    assertThat(inbox).hasSize(Math.min(said.size(), MOST_IN_AN_INBOX));
    assertThat(said).endsWith(inbox.toArray(String[]::new));
  }

  @Override
  public void close() {
    transport.close();
  }

  private final class Person {
    private final Wire wire;
    private final String token;
    private final String other;
    private final List<String> said = new ArrayList<>();

    Person(Wire wire, String name, String other) throws IOException {
      this.wire = new NotedWire(wire);
      this.other = other;
      send("auth " + name + " surabaya");
      this.token = TextClient.token(this.wire.receive());
    }

    void say() throws IOException {
      for (int i = 0; i < AT_ONCE; i++) {
        said.add("%s %d%s".formatted(topic, said.size(), ".".repeat(said.size() % 7 * 100)));
        send("send %s %s %s".formatted(token, other, said.getLast()));
      }
    }

    void hear() throws IOException {
      for (int i = 0; i < AT_ONCE; i++) {
        assertThat(wire.receive()).isEqualTo(Replies.SENT);
      }
    }

    List<String> inbox() throws IOException {
      send("inbox " + token);
      return TEXT.matcher(wire.receive())
          .results()
          .map(DatagramTalk::text)
          .filter(text -> text.startsWith(topic + " "))
          .toList();
    }

    private void send(String line) throws IOException {
      wire.send((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static String text(MatchResult found) {
    return found.group(1);
  }
}
