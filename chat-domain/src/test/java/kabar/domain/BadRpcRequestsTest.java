package kabar.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that are wrong, through a real socket: each gets its one error, and the connection
/// lives on.
class BadRpcRequestsTest {
  private static final String HEAD = "{\"jsonrpc\":\"2.0\",\"id\":1,";
  private static final int LIMIT = 64 * 1024;

  private static DemoServer server;

  private Wire wire;

  @BeforeAll
  static void startServer() throws IOException {
    server = DemoServer.startTcp(DemoServer.withoutPace(1_000));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void connect() throws IOException {
    wire = Wire.linesOver(server.socket());
    assertThat(ask("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"ping\"}"))
        .contains("\"id\":0,\"result\"");
  }

  @AfterEach
  void theConnectionLivesOn() throws IOException {
    try (var same = wire) {
      same.send("{\"jsonrpc\":\"2.0\",\"id\":\"alive\",\"method\":\"ping\"}\n".getBytes(UTF_8));
      assertThat(same.receive()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":\"alive\",\"result\":");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                             | null | -32700
          hello                                          | null | -32700
          auth messi surabaya                            | null | -32700
          {                                              | null | -32700
          {} {}                                          | null | -32700
          []                                             | null | -32600
          [{"jsonrpc":"2.0","id":1,"method":"ping"}]     | null | -32600
          17                                             | null | -32600
          "ping"                                         | null | -32600
          {}                                             | null | -32600
          {"jsonrpc":"2.0","id":1}                       | 1    | -32600
          {"jsonrpc":"2.0","id":1,"method":7}            | 1    | -32600
          {"jsonrpc":"2.0","id":[],"method":"ping"}      | null | -32600
          {"id":1,"id":2,"jsonrpc":"2.0","method":"ping"} | null | -32600
          {"jsonrpc":"2.0","id":1,"method":"dance"}      | 1    | -32601
          {"jsonrpc":"2.0","id":1,"method":"ping","params":[]} | 1 | -32602
          {"jsonrpc":"2.0","id":1,"method":"login","params":{"user":1,"password":"x"}} | 1 | -32602
          {"jsonrpc":"2.0","id":1,"method":"send","params":{"to":"messi","text":"\\ud83d"}} | 1 | -32602
          {"jsonrpc":"2.0","id":1,"method":"users","params":{"limit":1e400}} | 1 | -32602
          """)
  void thatCanBeTyped(String line, String id, int code) throws IOException {
    assertThat(ask(line)).startsWith(error(id, code));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void thatSomebodyMade(String what, byte[] line, int code) throws IOException {
    wire.send(line);

    assertThat(wire.receive()).as(what).startsWith(error("null", code)).hasSizeLessThan(400);
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        hostile("bytes that are not UTF-8", latin1(HEAD + "\"x\":\"\u00ff\"}"), -32700),
        hostile("half a surrogate pair in UTF-8", latin1("{\"\u00ed\u00a0\u0080\":1}"), -32700),
        hostile("UTF-16", "{\"jsonrpc\":\"2.0\"}\n".getBytes(UTF_16BE), -32700),
        hostile("a raw NUL", latin1(HEAD + "\"method\":\"pi\0ng\"}"), -32700),
        hostile("arrays in arrays", latin1("[".repeat(60_000)), -32600),
        hostile("objects in objects", latin1("{\"a\":".repeat(10_000)), -32600),
        hostile(
            "a number of 60,000 digits",
            latin1(HEAD + "\"x\":" + "9".repeat(60_000) + "}"),
            -32600),
        hostile(
            "an exponent of 60,000 digits",
            latin1("{\"id\":1e" + "9".repeat(60_000) + "}"),
            -32600),
        hostile(
            "an id of 60,000 characters",
            latin1("{\"id\":\"" + "x".repeat(60_000) + "\"}"),
            -32600),
        hostile(
            "a name of 30,000 characters, twice",
            latin1("{" + ("\"" + "n".repeat(30_000) + "\":1,").repeat(2) + "\"a\":1}"),
            -32600),
        hostile(
            "an object of 65 KiB",
            latin1(HEAD + "\"x\":\"" + "x".repeat(65 * 1024) + "\"}"),
            -32600),
        hostile("a line of ten megabytes", latin1("{".repeat(10_000_000)), -32600));
  }

  @Test
  void ofExactlyTheLimitAreRead() throws IOException {
    var start = HEAD + "\"method\":\"ping\",\"x\":\"";
    var longest = start + "x".repeat(LIMIT - start.length() - "\"}\n".length()) + "\"}";

    assertThat(ask(longest)).startsWith(HEAD + "\"result\":");
    assertThat(ask(longest + " ")).startsWith(error("null", -32600)).contains("line-too-long");
  }

  @Test
  void ofThousandsOfParametersAreReadAndForgotten() throws IOException {
    var params = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      params.append("\"p").append(i).append("\":1,");
    }

    assertThat(ask(HEAD + "\"method\":\"ping\",\"params\":{" + params + "\"p\":null}}"))
        .startsWith(HEAD + "\"result\":");
  }

  private String ask(String line) throws IOException {
    wire.send((line + "\n").getBytes(UTF_8));
    return wire.receive();
  }

  private static String error(String id, int code) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":%d,".formatted(id, code);
  }

  private static Arguments hostile(String what, byte[] line, int code) {
    return Arguments.of(what, line, code);
  }

  private static byte[] latin1(String line) {
    return (line + "\n").getBytes(ISO_8859_1);
  }
}
