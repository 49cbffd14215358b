package kabar.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import kabar.protocol.TextAnswer.Ok;
import kabar.protocol.TextAnswer.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextAnswerTest {

  @Nested
  final class OfAServerOfOurs {

    @Test
    void tellsTheTokenOfALogin() throws TextAnswerException {
      var answer = ok("{\"status\": \"OK\", \"tokenid\": \"c5624216\"}\r\n\r\n");

      assertThat(answer.text("tokenid")).isEqualTo("c5624216");
    }

    @Test
    void tellsWhyARequestWasRefused() throws TextAnswerException {
      var answer = parse("{\"status\": \"ERROR\", \"message\": \"Password Salah\"}\r\n\r\n");

      assertThat(answer).isEqualTo(new Refusal("Password Salah"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"messi\": [{\"msg_from\": \"Lionel Messi\", \"msg\": \" caf\\u00e9 \\ud83d\\udc4b \\r\\n\"}]}",
          "[\"messi [Lionel Messi]\", \"a/b \\\"c\\\" \\\\ \\u007f\"]",
          "\"LOGGING OUT: messi [Lionel Messi]\"",
          "{}",
          "[]",
          "[1, -25, true, false, null]"
        })
    void givesJsonBackAsPythonWritesIt(String json) throws TextAnswerException {
      var answer = ok("{\"status\": \"OK\", \"messages\": " + json + "}");

      assertThat(answer.json("messages")).isEqualTo(json);
    }

    @Test
    void isNotPrintedWithItsSecrets() throws TextAnswerException {
      assertThat(ok("{\"status\": \"OK\", \"tokenid\": \"secret\"}")).hasToString("Ok[tokenid]");
    }
  }

  @Nested
  final class OfAnyOtherServer {

    @Test
    void isWrittenAnewInAscii() throws TextAnswerException {
      var answer = ok("{\"messages\":[\"é\u009b\u202e\\/\",{\"a\":1}],\"status\":\"OK\"}");

      assertThat(answer.json("messages")).isEqualTo("[\"\\u00e9\\u009b\\u202e/\", {\"a\": 1}]");
    }

    @Test
    void mayHoldHalfACharacter() throws TextAnswerException {
      var answer = ok("{\"status\": \"OK\", \"messages\": \"\\ud83d\"}");

      assertThat(answer.json("messages")).isEqualTo("\"\\ud83d\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "garbage",
          "[]",
          "\"OK\"",
          "{}",
          "{\"status\": \"OK\"",
          "{\"status\": \"OK\"} {}",
          "{\"status\": \"OK\"} x",
          "{\"status\": \"ok\"}",
          "{\"status\": null}",
          "{\"status\": {\"OK\": 1}}",
          "{\"status\": \"ERROR\"}",
          "{\"status\": \"ERROR\", \"message\": 7}",
          "{\"status\": \"OK\", \"status\": \"OK\"}",
          "{\"status\": \"OK\", \"a\": \"\u0007\"}",
          "{\"status\": \"OK\", \"a\": NaN}",
          "{'status': 'OK'}"
        })
    void isRefusedIfItIsNoAnswer(String reply) {
      assertThatThrownBy(() -> parse(reply))
          .isInstanceOf(TextAnswerException.class)
          .hasMessageStartingWith("expected ");
    }

    @Test
    void isRefusedIfItIsNotUtf8() {
      var reply = "{\"status\": \"OK\", \"a\": \"\u00ff\"}".getBytes(ISO_8859_1);

      assertThatThrownBy(() -> TextAnswer.parse(reply)).isInstanceOf(TextAnswerException.class);
    }

    @Test
    void isRefusedIfItIsTooDeep() {
      var deep = "{\"status\": \"OK\", \"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

      assertThatThrownBy(() -> parse(deep)).isInstanceOf(TextAnswerException.class);
    }

    @Test
    void isRefusedIfItIsTooLong() throws TextAnswerException {
      var head = "{\"status\": \"OK\", \"a\": \"";
      var longest = head + "x".repeat(TextAnswer.MAX_BYTES - head.length() - 2) + "\"}";

      assertThat(ok(longest).text("a")).startsWith("xxx");
      assertThatThrownBy(() -> parse(longest + " "))
          .isInstanceOf(TextAnswerException.class)
          .hasMessage("expected 1,048,576 bytes at most");
    }

    @Test
    void isRefusedIfANumberOrANameIsTooLong() {
      assertThatThrownBy(() -> parse("{\"status\": \"OK\", \"a\": " + "1".repeat(101) + "}"))
          .isInstanceOf(TextAnswerException.class);
      assertThatThrownBy(() -> parse("{\"status\": \"OK\", \"" + "a".repeat(1_001) + "\": 1}"))
          .isInstanceOf(TextAnswerException.class);
    }

    @Test
    void saysWhatIsMissing() throws TextAnswerException {
      var answer = ok("{\"status\": \"OK\", \"tokenid\": 7}");

      assertThatThrownBy(() -> answer.text("tokenid")).hasMessage("expected a string 'tokenid'");
      assertThatThrownBy(() -> answer.json("users")).hasMessage("expected 'users'");
    }

    @Test
    void isReadOrRefusedWhateverItIs() {
      long seed = new Random().nextLong();
      var random = new Random(seed);
      var seedling =
          "{\"status\": \"OK\", \"messages\": {\"messi\": [{\"msg\": \" hey \\r\\n\"}]}}";
      for (int i = 0; i < 20_000; i++) {
        var bytes = seedling.getBytes(UTF_8);
        for (int j = random.nextInt(4); j >= 0; j--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
          if (TextAnswer.parse(bytes) instanceof Ok ok) {
            assertThat(ok.json().values()).as("seed %d", seed).allMatch(it -> it.matches("[ -~]*"));
          }
        } catch (TextAnswerException e) {
          assertThat(e).as("seed %d", seed).hasMessageStartingWith("expected ");
        }
      }
    }
  }

  private static Ok ok(String reply) throws TextAnswerException {
    return (Ok) parse(reply);
  }

  private static TextAnswer parse(String reply) throws TextAnswerException {
    return TextAnswer.parse(reply.getBytes(UTF_8));
  }
}
