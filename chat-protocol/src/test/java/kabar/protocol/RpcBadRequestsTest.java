package kabar.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static kabar.protocol.Reason.INVALID_REQUEST;
import static kabar.protocol.Reason.LINE_TOO_LONG;
import static kabar.protocol.Reason.NOT_JSON;
import static kabar.protocol.Reason.NOT_UTF8;
import static kabar.protocol.RpcWire.read;
import static org.assertj.core.api.Assertions.assertThat;

import kabar.protocol.Command.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcBadRequestsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"jsonrpc\":\"2.0\"",
        "{jsonrpc:1}",
        "{'a':1}",
        "{\"a\":1,}",
        "[1,]",
        "[1",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\0\"}",
        "\0",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "// comment",
        "hello",
        "auth messi surabaya",
        "{}{}",
        "{} {}",
        "{}]",
        "\uFEFF{}",
        "True",
        "{\"a\" 1}",
        "{\"a\":\"unfinished"
      })
  void whatIsNotOneValueOfJsonIsToldAtTheCharacter(String line) {
    assertThat(read(line)).isEqualTo(new Request(read(line).command(), "null"));
    assertThat(read(line).command())
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed -> {
              assertThat(malformed.name()).isEqualTo("unknown");
              assertThat(malformed.reason()).isEqualTo(NOT_JSON);
              assertThat(malformed.detail())
                  .matches("found .* \\(expected one JSON object on one line\\)");
            });
  }

  @Test
  void whatEndsTooEarlyIsTold() {
    var detail = "found the end of the line too early (expected one JSON object on one line)";

    assertThat(read("{\"id\":3,\"method\":\n").command())
        .isEqualTo(new Malformed("unknown", NOT_JSON, detail));
    assertThat(read("[1").command()).isEqualTo(new Malformed("unknown", NOT_JSON, detail));
  }

  @Test
  void anEmptyLineIsNotJson() {
    var detail = "found nothing (expected one JSON object on one line)";

    assertThat(read("\n").command()).isEqualTo(new Malformed("unknown", NOT_JSON, detail));
    assertThat(read(" \r\n").command()).isEqualTo(new Malformed("unknown", NOT_JSON, detail));
    assertThat(read("").command()).isEqualTo(new Malformed("unknown", NOT_JSON, detail));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\u00E9\"}",
        "{\"\u00C0\u0080\":1}",
        "\u00FE\u00FF\0{",
        "{\u00ED\u00A0\u0080"
      })
  void whatIsNotUtf8IsToldWhateverElseIsWrong(String latin1) {
    assertThat(read(latin1.getBytes(ISO_8859_1)))
        .isEqualTo(new Request(new Malformed("unknown", NOT_UTF8), "null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                        | null | found a batch (expected one request, as an object, on each line)
          [{"jsonrpc":"2.0","id":1,"method":"ping"}] | null | found a batch (expected one request, as an object, on each line)
          "ping"                                    | null | found a string (expected a request, as an object)
          17                                        | null | found a number (expected a request, as an object)
          true                                      | null | found true (expected a request, as an object)
          null                                      | null | found null (expected a request, as an object)
          {}                                        | null | jsonrpc: found none (expected "2.0")
          {"id":7}                                  | 7    | jsonrpc: found none (expected "2.0")
          {"jsonrpc":"1.0","id":7,"method":"ping"}  | 7    | jsonrpc: found '1.0' (expected "2.0")
          {"jsonrpc":2.0,"id":7,"method":"ping"}    | 7    | jsonrpc: found a number (expected "2.0")
          {"jsonrpc":"2.0"}                         | null | method: found none (expected a string)
          {"jsonrpc":"2.0","id":"x"}                | "x"  | method: found none (expected a string)
          {"jsonrpc":"2.0","id":7,"method":1}       | 7    | method: found a number (expected a string)
          {"jsonrpc":"2.0","method":["ping"]}       | null | method: found an array (expected a string)
          {"jsonrpc":"2.0","id":{},"method":"ping"} | null | id: found an object (expected a string or a number)
          {"jsonrpc":"2.0","id":[1],"method":"ping"} | null | id: found an array (expected a string or a number)
          {"jsonrpc":"2.0","id":true,"method":"ping"} | null | id: found true (expected a string or a number)
          {"id":1,"id":1,"jsonrpc":"2.0","method":"ping"} | null | found the name 'id' twice in an object (expected it once)
          {"id":1,"jsonrpc":"2.0","method":"ping","params":{"a":1,"\\u0061":2}} | null | found the name 'a' twice in an object (expected it once)
          {"id":1,"jsonrpc":"2.0","method":"ping","x":[{"a":{},"a":{}}]} | null | found the name 'a' twice in an object (expected it once)
          """)
  void whatIsJsonAndNoRequestIsToldWhatItLacks(String line, String id, String detail) {
    assertThat(read(line))
        .isEqualTo(new Request(new Malformed("unknown", INVALID_REQUEST, detail), id));
  }

  @Test
  void whatIsDeeperThanAnybodyNeedsIsRefusedHoweverDeep() {
    assertThat(deep(14).command()).isEqualTo(new Command.Ping());
    assertThat(deep(15)).isEqualTo(new Request(beyondMeasure(), "null"));
    assertThat(deep(30_000)).isEqualTo(new Request(beyondMeasure(), "null"));
    assertThat(read("[".repeat(60_000))).isEqualTo(new Request(beyondMeasure(), "null"));
    assertThat(read("{\"a\":".repeat(10_000))).isEqualTo(new Request(beyondMeasure(), "null"));
  }

  private static Request deep(int levels) {
    var value = "[".repeat(levels) + "]".repeat(levels);
    return read(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":" + value + "}}");
  }

  @Test
  void aNumberThatNobodyCouldMeanIsRefusedWhereverItStands() {
    var digits = "9".repeat(60_000);

    assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":" + digits + ",\"method\":\"ping\"}"))
        .isEqualTo(new Request(beyondMeasure(), "null"));
    assertThat(read("users", "{\"x\":1e" + digits + "}")).isEqualTo(beyondMeasure());
    assertThat(read("users", "{\"x\":1e999999999}")).isInstanceOf(Command.ListUsers.class);
  }

  private static Malformed beyondMeasure() {
    return new Malformed(
        "unknown",
        INVALID_REQUEST,
        "found a number, a name or a nesting beyond all measure (expected 16 levels at most)");
  }

  @Test
  void anIdIsNotLongerThanIsHeldForEachAnswer() {
    assertThat(withId("\"" + "x".repeat(126) + "\"").command()).isEqualTo(new Command.Ping());
    assertThat(withId("\"" + "x".repeat(127) + "\""))
        .isEqualTo(
            new Request(
                new Malformed(
                    "unknown",
                    INVALID_REQUEST,
                    "id: found a long string (expected 128 bytes of JSON at most)"),
                "null"));
  }

  @Test
  void anIdMayEvenBeHalfASurrogatePair() {
    assertThat(withId("\"\\ud83d\"")).isEqualTo(new Request(new Command.Ping(), "\"\\uD83D\""));
  }

  private static Request withId(String id) {
    return read("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
  }

  @Test
  void whatIsLargerThanTheTransportCarriesIsToldWithoutAnId() {
    assertThat(RpcWire.SERVER.oversized())
        .isEqualTo(new Request(new Malformed("unknown", LINE_TOO_LONG), "null"));
  }

  @Test
  void aMethodIsNotRepeatedRaw() {
    var line = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\u001b[2J\\n" + "x".repeat(900) + "\"}";

    assertThat(((Malformed) read(line).command()).detail())
        .isEqualTo(
            "method: found '?[2J?"
                + "x".repeat(35)
                + "…' (expected one of those that 'hello' lists)");
  }

  @Test
  void aPasswordOfAnotherTypeIsNotRepeated() {
    var command = (Malformed) read("login", "{\"user\":\"messi\",\"password\":12345678}");

    assertThat(command.detail()).isEqualTo("password: found a number (expected a string)");
  }
}
