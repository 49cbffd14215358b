package kabar.protocol;

import static kabar.protocol.Reason.INVALID_PARAMETER;
import static kabar.protocol.Reason.MISSING_PARAMETER;
import static kabar.protocol.Reason.UNKNOWN_COMMAND;
import static kabar.protocol.RpcWire.read;
import static org.assertj.core.api.Assertions.assertThat;

import kabar.protocol.Command.History;
import kabar.protocol.Command.ListConversations;
import kabar.protocol.Command.ListUsers;
import kabar.protocol.Command.Logout;
import kabar.protocol.Command.Malformed;
import kabar.protocol.Command.Range;
import kabar.protocol.Command.Send;
import kabar.protocol.Command.SetPresence;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcRequestTest {

  @Nested
  class ARequest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "-7", "0.5", "1E3", "\"a-1\"", "\"\"", "\"é👋/\"", "null"})
    void keepsItsIdAsItWasSent(String id) {
      var request = read("{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"method\":\"ping\"}\n");

      assertThat(request).isEqualTo(new Request(new Command.Ping(), id));
    }

    @Test
    void withoutAnIdIsCarriedOutAndNotAnswered() {
      var request =
          read("{\"jsonrpc\":\"2.0\",\"method\":\"typing\",\"params\":{\"to\":\"messi\"}}");

      assertThat(request).isEqualTo(new Request(new Command.Typing("messi"), ""));
      assertThat(RpcWire.SERVER.encode(request, new Reply.Done())).isEmpty();
    }

    @Test
    void withoutAnIdIsNotAnsweredWhereItsMethodOrParametersAreWrongEither() {
      assertThat(read("{\"jsonrpc\":\"2.0\",\"method\":\"dance\"}").id()).isEmpty();
      assertThat(read("{\"jsonrpc\":\"2.0\",\"method\":\"typing\"}").id()).isEmpty();
    }

    @Test
    void mayHaveItsMembersInAnyOrderAmongWhiteSpaceAndOthers() {
      var request =
          read(
              " { \"params\" : {\"more\":[[{}]], \"to\":\"messi\"},\t\"x\":{\"a\":[1,2.5e9]} ,"
                  + "\"method\":\"typing\",\"id\":3,\"jsonrpc\":\"2.0\"} \r\n");

      assertThat(request).isEqualTo(new Request(new Command.Typing("messi"), "3"));
    }

    @Test
    void mayLackParametersWhereNoneIsNeeded() {
      assertThat(read("ping", "{}")).isEqualTo(new Command.Ping());
      assertThat(read("ping", "null")).isEqualTo(new Command.Ping());
      assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sessions\"}").command())
          .isEqualTo(new Command.ListSessions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ping", "ping ", "", "auth", "inbox", "online"})
    void ofAnotherNameIsUnknown(String method) {
      assertThat(read(method, "{}"))
          .isEqualTo(
              new Malformed(
                  "unknown",
                  UNKNOWN_COMMAND,
                  "method: found '%s' (expected one of those that 'hello' lists)"
                      .formatted(method)));
    }
  }

  @Nested
  class Parameters {

    @Test
    void areTakenAsTheyAre() {
      assertThat(read("send", "{\"to\":\"messi\",\"text\":\" \\n\\u0000 caf\\u00e9 👋 \"}"))
          .isEqualTo(new Send("", "messi", " \n\0 café 👋 ", ""));
    }

    @Test
    void thatAreNullAreAbsent() {
      assertThat(read("login", "{\"user\":\"messi\",\"password\":\"x\",\"device\":null}"))
          .isEqualTo(new Command.Login("messi", "x", ""));
      assertThat(read("typing", "{\"to\":null}"))
          .isEqualTo(new Malformed("typing", MISSING_PARAMETER, "to: missing (expected a string)"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            register  | {"user":"a","password":"b"}        | register      | displayName
            login     | {"user":"messi"}                   | auth          | password
            resume    | {}                                 | resume        | token
            password  | {"old":"a"}                        | password      | new
            revoke    | {}                                 | revoke        | session
            send      | {"text":"hey"}                     | send          | to
            send      | {"to":"messi"}                     | send          | text
            history   | {}                                 | history       | with
            read      | {"with":"messi"}                   | read          | upTo
            presence  | {}                                 | presence      | state
            typing    | {}                                 | typing        | to
            """)
    void thatAreNeededAreMissed(String method, String params, String name, String missing) {
      assertThat(read(method, params))
          .isEqualTo(
              new Malformed(name, MISSING_PARAMETER, missing + ": missing (expected a string)"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            login         | {"user":1,"password":"x"}      | user: found a number (expected a string)
            login         | {"user":"a","password":["x"]}  | password: found an array (expected a string)
            send          | {"to":{},"text":"x"}           | to: found an object (expected a string)
            send          | {"to":"a","text":true}         | text: found true (expected a string)
            send          | {"to":"a","text":"\\ud83d"}    | text: found half a surrogate pair (expected Unicode text)
            send          | {"to":"a","text":"\\udc4b!"}   | text: found half a surrogate pair (expected Unicode text)
            send          | {"to":"a","text":"","key":""}  | key: found '' (expected 1 to 64 of A-Z, a-z, 0-9, _ and -)
            send          | {"to":"a","text":"","key":"a b"} | key: found 'a b' (expected 1 to 64 of A-Z, a-z, 0-9, _ and -)
            send          | {"to":"a","text":"","key":7}   | key: found a number (expected a string)
            logout        | {"all":"yes"}                  | all: found a string (expected true or false)
            logout        | {"all":1}                      | all: found a number (expected true or false)
            users         | {"online":0}                   | online: found a number (expected true or false)
            users         | {"limit":0}                    | limit: found 0 (expected 1..200)
            users         | {"limit":201}                  | limit: found 201 (expected 1..200)
            users         | {"limit":-1}                   | limit: found '-1' (expected a whole number of 18 digits at most)
            users         | {"limit":1.0}                  | limit: found '1.0' (expected a whole number of 18 digits at most)
            users         | {"limit":1e2}                  | limit: found '1e2' (expected a whole number of 18 digits at most)
            users         | {"limit":"9"}                  | limit: found a string (expected a whole number)
            users         | {"limit":9999999999999999999}  | limit: found '9999999999999999999' (expected a whole number of 18 digits at most)
            conversations | {"after":""}                   | after: found '' (expected 1 to 40 of A-Z, a-z, 0-9, _ and -)
            history       | {"with":"a","before":"1.5"}    | before: found '1.5' (expected 1 to 40 of A-Z, a-z, 0-9, _ and -)
            history       | {"with":"a","before":"1","after":"2"} | before, after: found both (expected one of them, or neither)
            history       | {"with":"a","after":9}         | after: found a number (expected a string)
            presence      | {"state":"offline"}            | state: found 'offline' (expected online or away)
            ping          | []                             | params: found an array (expected an object, or none)
            ping          | "x"                            | params: found a string (expected an object, or none)
            ping          | 5                              | params: found a number (expected an object, or none)
            """)
    void ofTheWrongFormAreRefused(String method, String params, String detail) {
      assertThat(read(method, params))
          .isInstanceOfSatisfying(
              Malformed.class,
              malformed -> {
                assertThat(malformed.reason()).isEqualTo(INVALID_PARAMETER);
                assertThat(malformed.detail()).isEqualTo(detail);
              });
    }

    @Test
    void ofIdsAndKeysMayBeAsLongAsIsSaid() {
      var id = "a".repeat(40);
      var key = "_-".repeat(32);

      assertThat(read("subscribe", "{\"after\":\"" + id + "\"}"))
          .isEqualTo(new Command.Subscribe(id));
      assertThat(read("send", "{\"to\":\"a\",\"text\":\"\",\"key\":\"" + key + "\"}"))
          .isEqualTo(new Send("", "a", "", key));
      assertThat(read("subscribe", "{\"after\":\"" + id + "a\"}")).isInstanceOf(Malformed.class);
      assertThat(read("send", "{\"to\":\"a\",\"text\":\"\",\"key\":\"" + key + "a\"}"))
          .isInstanceOf(Malformed.class);
    }
  }

  @Nested
  class Defaults {

    @Test
    void areFiftyItemsFromTheBeginning() {
      assertThat(read("conversations", "{}")).isEqualTo(new ListConversations(50, ""));
      assertThat(read("users", "{}")).isEqualTo(new ListUsers(false, "", 50, ""));
      assertThat(read("history", "{\"with\":\"a\"}"))
          .isEqualTo(new History("a", new Range.Newest(), 50));
    }

    @Test
    void areLessThanCanBeAskedFor() {
      assertThat(read("users", "{\"online\":true,\"limit\":200}"))
          .isEqualTo(new ListUsers(true, "", 200, ""));
      assertThat(read("logout", "{\"all\":true}")).isEqualTo(new Logout("", true));
      assertThat(read("logout", "{\"all\":false}")).isEqualTo(new Logout(""));
      assertThat(read("presence", "{\"state\":\"away\",\"text\":\"lunch\"}"))
          .isEqualTo(new SetPresence(Availability.AWAY, "lunch"));
    }
  }
}
