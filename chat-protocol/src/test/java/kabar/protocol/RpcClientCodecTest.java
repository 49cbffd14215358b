package kabar.protocol;

import static kabar.protocol.RpcWire.CLIENT;
import static kabar.protocol.RpcWire.receive;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kabar.protocol.Incoming.Answered;
import kabar.protocol.Incoming.Garbage;
import kabar.protocol.Incoming.Ignored;
import kabar.protocol.Incoming.Told;
import kabar.protocol.Reply.Failed;
import kabar.protocol.Reply.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcClientCodecTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @Test
  void writesOneLineOfCompactJson() {
    assertThat(RpcWire.line(CLIENT.request(12, new Command.Send("", "messi", "¡olé!\n👋", "k-1"))))
        .isEqualTo(
            """
            {"jsonrpc":"2.0","id":12,"method":"send",\
            "params":{"to":"messi","text":"¡olé!\\n👋","key":"k-1"}}""");
    assertThat(RpcWire.line(CLIENT.request(0, new Command.Ping())))
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"ping\",\"params\":{}}");
  }

  @Nested
  class ANewerServer {

    @Test
    void mayTellMoreThanIsKnown() {
      assertThat(
              receive(
                  """
                  {"jsonrpc":"2.0","id":1,"result":{"at":"2026-01-31T12:00:00Z","cursor":"s-1",\
                  "mood":{"good":[true]}},"took":3}"""))
          .isEqualTo(new Answered(1, new Reply.Pong(NOON, "s-1")));
      assertThat(
              receive(
                  """
                  {"jsonrpc":"2.0","method":"typing","params":{"from":"messi","in":"room"}}"""))
          .isEqualTo(new Told(new Event.Typing("messi")));
    }

    @Test
    void mayTellOfThingsThatAreNotKnown() {
      assertThat(
              receive("{\"jsonrpc\":\"2.0\",\"method\":\"danced\",\"params\":{\"by\":\"messi\"}}"))
          .isEqualTo(new Ignored("the notification 'danced'"));
      assertThat(receive("{\"jsonrpc\":\"2.0\",\"method\":\"\\u001b[2J\"}"))
          .isEqualTo(new Ignored("the notification '?[2J'"));
      assertThat(receive("{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"ask\"}"))
          .isEqualTo(new Ignored("the request 'ask' of a server"));
    }

    @Test
    void mayHaveAWordForBeingThereThatIsNotKnown() {
      var people =
          receive(
              new Command.ListUsers(false, "", 1, ""),
              """
              {"jsonrpc":"2.0","id":1,"result":{"users":[{"user":"messi","displayName":"Lionel",\
              "presence":"dancing","since":"2026-01-31T12:00:00.000Z"}],"more":false}}""");

      var messi = new Profile("messi", "Lionel", "");
      assertThat(people)
          .isEqualTo(
              new Answered(
                  1,
                  new Reply.People(
                      List.of(new Person(messi, Availability.ONLINE, "", NOON)), false)));
    }
  }

  @Nested
  class AnError {

    @Test
    void ofAnUnknownReasonKeepsItsSentence() {
      assertThat(error("{\"code\":1,\"message\":\"full moon\",\"data\":{\"reason\":\"moon\"}}"))
          .isEqualTo(new Refused(Reason.UNKNOWN, "full moon"));
      assertThat(error("{\"code\":-32050,\"message\":\"busy\"}"))
          .isEqualTo(new Refused(Reason.UNKNOWN, "busy"));
      assertThat(error("{\"code\":1e99,\"message\":\"busy\"}"))
          .isEqualTo(new Refused(Reason.UNKNOWN, "busy"));
    }

    @ParameterizedTest
    @CsvSource({
      "-32700, NOT_JSON",
      "-32600, INVALID_REQUEST",
      "-32601, UNKNOWN_COMMAND",
      "-32602, INVALID_PARAMETER"
    })
    void withoutAReasonIsKnownByItsCode(int code, Reason reason) {
      assertThat(error("{\"code\":%d,\"message\":\"no\"}".formatted(code)))
          .isEqualTo(new Refused(reason, "no"));
    }

    @Test
    void thatSaysNoMoreThanItsReasonHasNoDetail() {
      var line =
          RpcWire.line(
              RpcWire.SERVER.encode(
                  new Request(new Command.Ping(), "1"), Refused.because(Reason.UNKNOWN_USER)));

      assertThat(receive(line)).isEqualTo(new Answered(1, Refused.because(Reason.UNKNOWN_USER)));
    }

    @Test
    void ofTooMuchHasteAlwaysSaysHowLongToWait() {
      var forgotten = "{\"code\":1,\"message\":\"slow down\",\"data\":{\"reason\":\"too-fast\"}}";
      var told =
          "{\"code\":1,\"message\":\"slow down\",\"data\":{\"reason\":\"too-fast\",\"retryAfterMillis\":5}}";

      assertThat(error(forgotten))
          .isEqualTo(new Refused(Reason.TOO_FAST, "slow down", Duration.ofSeconds(1)));
      assertThat(error(told))
          .isEqualTo(new Refused(Reason.TOO_FAST, "slow down", Duration.ofMillis(5)));
    }

    @Test
    void ofABugMayLackItsPlaceInTheLog() {
      assertThat(error("{\"code\":-32603,\"message\":\"oh\"}")).isEqualTo(new Failed(""));
    }

    private static Reply error(String error) {
      return ((Answered) receive("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":" + error + "}")).reply();
    }
  }

  @Nested
  class AnAnswer {

    @Test
    void thatNobodyAwaitsIsIgnored() {
      assertThat(receive("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}"))
          .isEqualTo(new Ignored("an answer to 2, which nobody awaits"));
      assertThat(receive("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":{}}"))
          .isEqualTo(new Ignored("an answer to an id that no request had"));
      assertThat(receive("{\"jsonrpc\":\"2.0\",\"id\":1.0,\"result\":{}}"))
          .isEqualTo(new Ignored("an answer to an id that no request had"));
      assertThat(receive("{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(30) + ",\"result\":{}}"))
          .isEqualTo(new Ignored("an answer to an id that no request had"));
    }

    @Test
    void mayComeInAnyOrderOfMembers() {
      assertThat(
              receive(
                  """
                  {"result":{"cursor":"c","at":"2026-01-31T12:00:00.000Z"},"id":1,"jsonrpc":"2.0"}"""))
          .isEqualTo(new Answered(1, new Reply.Pong(NOON, "c")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SSH-2.0-OpenSSH_9.2 | found an error at character 1 (expected one JSON object on one line)
          {"status": "ERROR", "message": "**Protocol Tidak Benar"} | found another protocol (expected JSON-RPC 2.0)
          [] | found no object (expected an answer or a notification)
          {"jsonrpc":"2.0"} | found both a result and an error, or neither (expected one of them)
          {"jsonrpc":"2.0","id":1,"result":{},"error":{}} | found both a result and an error, or neither (expected one of them)
          {"jsonrpc":"2.0","id":1,"result":[]} | answer to 'ping': result: found an array (expected an object)
          {"jsonrpc":"2.0","id":1,"result":{"at":"now"}} | answer to 'ping': at: found another string (expected a time like 2026-01-31T12:00:00.000Z)
          {"jsonrpc":"2.0","id":1,"error":{"message":"no"}} | answer to 'ping': code: found null (expected a number)
          {"jsonrpc":"2.0","id":1,"error":{"code":1}} | answer to 'ping': message: missing (expected a string)
          {"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"what?"}} | the server could not read a request: 'what?'
          {"jsonrpc":"2.0","method":"message","params":{"id":"7"}} | notification message: from: missing (expected a string)
          {"jsonrpc":"2.0","method":"typing","params":[]} | params: found an array (expected an object)
          {"jsonrpc":"2.0","method":7} | method: found a number (expected a string)
          """)
  void whatNoServerOfTheDialectSendsIsGarbage(String line, String what) {
    assertThat(receive(line)).isEqualTo(new Garbage(what));
  }

  @Test
  void bytesThatAreNotUtf8AreGarbage() {
    assertThat(CLIENT.read(ByteBuffer.wrap(new byte[] {'{', (byte) 0xFF}), _ -> null))
        .isEqualTo(new Garbage("found what is not UTF-8"));
  }
}
