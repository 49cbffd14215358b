package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import kabar.protocol.Command;
import kabar.protocol.Command.Range;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// How requests come and answers leave.
@ParameterizedClass
@EnumSource(StreamTransport.class)
class RpcWireTest extends RpcDialect {

  RpcWireTest(StreamTransport transport) {
    super(transport);
  }

  @Nested
  class TheFirstByte {

    @Test
    void ofAnObjectMeansJson() throws IOException {
      assertThat(demo().connect().ask("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"nope\"}"))
          .startsWith("{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32601,");
    }

    @Test
    void ofAnArrayMeansJsonWhichHasNoBatches() throws IOException {
      assertThat(demo().connect().ask("[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}]"))
          .startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,");
    }

    @Test
    void ofAnythingElseMeansText() throws IOException {
      var peer = demo().connect();

      peer.offer("auth messi bandung\n");

      assertThat(peer.answer() + peer.answer())
          .isEqualTo("{\"status\": \"ERROR\", \"message\": \"Password Salah\"}\r\r");
    }

    @Test
    void decidesForTheWholeConnection() throws IOException {
      var peer = demo().connect();
      peer.ask(new Command.Ping());

      assertThat(peer.ask("auth messi surabaya"))
          .startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,");
      assertThat(peer.ask(new Command.Ping())).isInstanceOf(Reply.Pong.class);
    }
  }

  @Nested
  class Requests {

    @Test
    void areAnsweredInTheirOrderHoweverManyComeAtOnce() throws IOException {
      var peer = loggedIn(demo(), "messi");
      var lines = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        lines.append(
            i % 3 == 0
                ? "{\"jsonrpc\":\"2.0\",\"id\":\"p%d\",\"method\":\"ping\"}\n".formatted(i)
                : sendLine(",\"id\":\"p%d\"".formatted(i), "m" + i));
      }

      peer.offer(lines.toString());

      for (int i = 0; i < 100; i++) {
        assertThat(peer.answer()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":\"p%d\",".formatted(i));
      }
    }

    @Test
    void withoutAnIdAreCarriedOutAndNotAnswered() throws IOException {
      var peer = loggedIn(demo(), "messi");

      peer.offer(sendLine("", "hey"));
      var page = peer.ask(new Command.History("henderson", new Range.Newest(), 10));

      assertThat(texts(page)).containsExactly("hey");
    }

    @Test
    void mayBeAsLongAsTheServerSaysAndNoLonger() throws IOException {
      var peer = loggedIn(demo(), "messi");
      var greeted = (Reply.Greeted) peer.ask(new Command.Hello("", ""));
      int most = greeted.limits().getOrDefault("maxObjectBytes", 0L).intValue();

      var longest = peer.ask(ping(most));
      var tooLong = peer.ask(ping(most + 1));

      assertThat(longest).startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{");
      assertThat(tooLong)
          .startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,");
      assertThat(peer.ask(new Command.Ping())).isInstanceOf(Reply.Pong.class);
    }

    /// A ping of so many bytes, its line end included.
    private static String ping(int bytes) {
      var line = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"pad\":\"%s\"}}";
      return line.formatted("x".repeat(bytes - line.length() + 1));
    }

    private static String sendLine(String id, String text) {
      return "{\"jsonrpc\":\"2.0\"%s,\"method\":\"send\",\"params\":{\"to\":\"henderson\",\"text\":\"%s\"}}\n"
          .formatted(id, text);
    }
  }

  @Test
  void tellsWhatTheServerIs() throws IOException {
    var greeted = (Reply.Greeted) demo().connect().ask(new Command.Hello("test", "id"));

    assertThat(greeted.server()).isEqualTo("kabard");
    assertThat(greeted.methods()).contains("hello", "subscribe");
    assertThat(greeted.limits())
        .containsEntry("pingSeconds", 60L)
        .containsEntry("idleSeconds", 150L);
  }

  @Test
  void endsAConnectionThatSaysNothingAndKeepsItsSession() throws IOException {
    var server = demo();
    var peer = server.connect();
    var token = login(peer, "messi");
    server.clockwork().advance(Duration.ofSeconds(100));
    peer.ask(new Command.Ping());

    server.clockwork().advance(Duration.ofSeconds(149));
    assertThat(peer.ask(new Command.Ping())).isInstanceOf(Reply.Pong.class);
    server.clockwork().advance(Duration.ofSeconds(150));

    peer.awaitEnd();
    assertThat(server.hits(Limit.IDLE)).isEqualTo(1);
    assertThat(server.connect().ask(new Command.Resume(token))).isInstanceOf(Reply.Resumed.class);
  }
}
