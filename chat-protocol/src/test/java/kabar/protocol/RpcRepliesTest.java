package kabar.protocol;

import static kabar.protocol.RpcWire.error;
import static kabar.protocol.RpcWire.result;
import static kabar.protocol.Wire.MESSI;
import static kabar.protocol.Wire.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import kabar.protocol.Reply.Device;
import kabar.protocol.Reply.Note;
import kabar.protocol.Reply.Refused;
import kabar.protocol.Reply.Talk;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RpcRepliesTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Profile QUIET = new Profile("quiet", "Quiet", "");
  private static final Note NOTE =
      new Note("7", "messi", "quiet", "¡olé! 👋 1/2 \"x\"\n", "k-1", NOON.plusNanos(5_999_999));

  @Nested
  class AnAnswer {

    @Test
    void isOneLineThatCarriesTheIdOfItsRequest() {
      var request = new Request(new Command.Typing("messi"), "\"a\"");

      assertThat(RpcWire.SERVER.encode(request, new Reply.Done()))
          .asString()
          .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":{}}\n");
    }

    @Test
    void toHelloTellsLimitsInTheirOrder() {
      var limits = new LinkedHashMap<String, Long>();
      limits.put("maxObjectBytes", 65536L);
      limits.put("idleSeconds", 150L);

      assertThat(
              result(new Reply.Greeted("kabard", "0.1.0", "n1", limits, List.of("hello", "ping"))))
          .isEqualTo(
              """
              {"server":"kabard","version":"0.1.0","node":"n1",\
              "limits":{"maxObjectBytes":65536,"idleSeconds":150},"methods":["hello","ping"]}""");
    }

    @Test
    void toPingTellsTheTimeWithThreeDigits() {
      assertThat(result(new Reply.Pong(NOON, "s-0")))
          .isEqualTo("{\"at\":\"2026-01-31T12:00:00.000Z\",\"cursor\":\"s-0\"}");
    }

    @Test
    void toALoginTellsTheTokenAndWhoItIs() {
      assertThat(result(new Reply.LoggedIn(TOKEN, MESSI, "s-1")))
          .isEqualTo(
              """
              {"token":"c0ffee00-1234-4abc-8def-0123456789ab","user":"messi",\
              "displayName":"Lionel Messi","country":"Argentina","cursor":"s-1"}""");
      assertThat(result(new Reply.Resumed(QUIET, "s-1")))
          .isEqualTo("{\"user\":\"quiet\",\"displayName\":\"Quiet\",\"cursor\":\"s-1\"}");
      assertThat(result(new Reply.LoggedOut(QUIET)))
          .isEqualTo("{\"user\":\"quiet\",\"displayName\":\"Quiet\"}");
    }

    @Test
    void toSendTellsIdAndTimeCutToMilliseconds() {
      assertThat(result(new Reply.Sent("8", NOON.plusNanos(1_999_999))))
          .isEqualTo("{\"id\":\"8\",\"at\":\"2026-01-31T12:00:00.001Z\"}");
    }

    @Test
    void toHistoryIsUtf8WithNothingEscapedThatNeedNotBe() {
      assertThat(result(new Reply.History(List.of(NOTE), true)))
          .isEqualTo(
              """
              {"messages":[{"id":"7","from":"messi","to":"quiet",\
              "text":"¡olé! 👋 1/2 \\"x\\"\\n","at":"2026-01-31T12:00:00.005Z","key":"k-1"}],\
              "more":true}""");
      assertThat(result(new Reply.History(List.of(), false)))
          .isEqualTo("{\"messages\":[],\"more\":false}");
    }

    @Test
    void toConversationsLeavesOutWhatThereIsNot() {
      var bare = new Note("7", "messi", "quiet", "", "", NOON);
      var talks = List.of(new Talk(QUIET, bare, 0, ""), new Talk(MESSI, bare, 3, "6"));
      var last =
          "{\"id\":\"7\",\"from\":\"messi\",\"to\":\"quiet\",\"text\":\"\","
              + "\"at\":\"2026-01-31T12:00:00.000Z\"}";

      assertThat(result(new Reply.Conversations(talks, false)))
          .isEqualTo(
              """
              {"conversations":[\
              {"with":"quiet","displayName":"Quiet","last":%1$s,"unread":0},\
              {"with":"messi","displayName":"Lionel Messi","country":"Argentina",\
              "last":%1$s,"unread":3,"marker":"6"}],"more":false}"""
                  .formatted(last));
    }

    @Test
    void toUsersTellsHowTheyStand() {
      var people =
          List.of(
              new Person(MESSI, Availability.AWAY, "lunch", NOON),
              new Person(QUIET, Availability.OFFLINE, "", NOON));

      assertThat(result(new Reply.People(people, false)))
          .isEqualTo(
              """
              {"users":[{"user":"messi","displayName":"Lionel Messi","country":"Argentina",\
              "presence":"away","text":"lunch","since":"2026-01-31T12:00:00.000Z"},\
              {"user":"quiet","displayName":"Quiet","presence":"offline",\
              "since":"2026-01-31T12:00:00.000Z"}],"more":false}""");
    }

    @Test
    void toSessionsTellsWhichOneAsks() {
      var device = new Device("s7", "", "tcp", "127.0.0.1:5", NOON, NOON.plusMillis(1), true);

      assertThat(result(new Reply.Sessions(List.of(device))))
          .isEqualTo(
              """
              {"sessions":[{"session":"s7","transport":"tcp","address":"127.0.0.1:5",\
              "created":"2026-01-31T12:00:00.000Z","lastSeen":"2026-01-31T12:00:00.001Z",\
              "current":true}]}""");
    }

    @Test
    void toSubscribeTellsOfAResetOnlyWhereThereIsOne() {
      assertThat(result(new Reply.Subscribed("s-1", false))).isEqualTo("{\"cursor\":\"s-1\"}");
      assertThat(result(new Reply.Subscribed("s-1", true)))
          .isEqualTo("{\"cursor\":\"s-1\",\"reset\":true}");
      assertThat(result(new Reply.Marked("messi", "9")))
          .isEqualTo("{\"with\":\"messi\",\"upTo\":\"9\"}");
    }
  }

  @Nested
  class AnError {

    @ParameterizedTest
    @CsvSource({
      "NOT_JSON, -32700, not-json",
      "NOT_UTF8, -32700, not-utf8",
      "INVALID_REQUEST, -32600, invalid-request",
      "LINE_TOO_LONG, -32600, line-too-long",
      "FOREIGN_PROTOCOL, -32600, foreign-protocol",
      "UNKNOWN_COMMAND, -32601, unknown-command",
      "MISSING_PARAMETER, -32602, missing-parameter",
      "INVALID_PARAMETER, -32602, invalid-parameter",
      "LOGIN_REQUIRED, 1, login-required",
      "BAD_CREDENTIALS, 1, bad-credentials",
      "UNKNOWN_USER, 1, unknown-user",
      "NAME_TAKEN, 1, name-taken",
      "NOT_ALLOWED, 1, not-allowed",
      "TOO_LARGE, 1, too-large",
      "REPLY_TOO_LONG, 1, reply-too-long",
      "UNAVAILABLE, 1, unavailable",
      "CONFLICT, 1, conflict"
    })
    void hasTheCodeAndTheWordOfItsReason(Reason reason, int code, String word) {
      assertThat(error(new Refused(reason, "so it is")))
          .isEqualTo(
              "{\"code\":%d,\"message\":\"so it is\",\"data\":{\"reason\":\"%s\"}}"
                  .formatted(code, word));
    }

    @Test
    void saysHowLongToWaitInWholeMillisecondsRoundedUp() {
      assertThat(error(Refused.tooFast(Duration.ofNanos(1_500_000_001))))
          .isEqualTo(
              """
              {"code":1,"message":"this was too fast: wait a little and try again",\
              "data":{"reason":"too-fast","retryAfterMillis":1501}}""");
    }

    @ParameterizedTest
    @EnumSource
    void alwaysHasASentence(Reason reason) {
      var wait = reason == Reason.TOO_FAST ? Duration.ofNanos(1) : Duration.ZERO;

      assertThat(error(new Refused(reason, "", wait))).matches(".*\"message\":\"[a-zA-Z].{9,}\".*");
    }

    @Test
    void ofABugTellsWhereTheLogTellsMore() {
      assertThat(error(new Reply.Failed("e-42")))
          .isEqualTo(
              """
              {"code":-32603,"message":"a bug in the server: its log tells more under e-42",\
              "data":{"logId":"e-42"}}""");
    }

    @Test
    void standsForRepliesThatOnlyTheTextDialectHas() {
      assertThat(error(new Reply.Inbox(List.of()))).startsWith("{\"code\":-32603,");
    }
  }

  @Nested
  class ANotification {

    @Test
    void hasNoId() {
      assertThat(RpcWire.line(RpcWire.SERVER.encode(new Event.Posted(NOTE, "s-9"))))
          .isEqualTo(
              """
              {"jsonrpc":"2.0","method":"message","params":{"id":"7","from":"messi","to":"quiet",\
              "text":"¡olé! 👋 1/2 \\"x\\"\\n","at":"2026-01-31T12:00:00.005Z","key":"k-1",\
              "cursor":"s-9"}}""");
    }

    @Test
    void tellsOfEverythingThatHappens() {
      assertThat(params(new Event.Marked("messi", "7", "s-9")))
          .isEqualTo("read {\"with\":\"messi\",\"upTo\":\"7\",\"cursor\":\"s-9\"}");
      assertThat(params(new Event.Typing("messi"))).isEqualTo("typing {\"from\":\"messi\"}");
      assertThat(params(new Event.SessionEnded("s7"))).isEqualTo("session {\"session\":\"s7\"}");
      assertThat(params(new Event.Stopping(Duration.ofSeconds(2))))
          .isEqualTo("stopping {\"reconnectAfterMillis\":2000}");
      assertThat(params(new Event.Presences(List.of(), false)))
          .isEqualTo("presence {\"users\":[],\"complete\":false}");
    }

    private static String params(Event event) {
      return RpcWire.line(RpcWire.SERVER.encode(event))
          .replaceAll("^\\{\"jsonrpc\":\"2.0\",\"method\":\"(\\w+)\",\"params\":(.*)}$", "$1 $2");
    }
  }
}
