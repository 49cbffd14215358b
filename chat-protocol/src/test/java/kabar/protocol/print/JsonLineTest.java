package kabar.protocol.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {

  @Test
  void readsWhatItWrote() {
    var line =
        JsonLine.of("text", "é \"\\ \u001b[2J\u009b\u202e\u2028\n 😀")
            .with("number", Long.MIN_VALUE)
            .with("flag", true)
            .with("list", List.of("a", ""));

    var read = JsonLine.parse(line.json());

    assertThat(read.members()).isEqualTo(line.members());
    assertThat(read.members().keySet()).containsExactly("text", "number", "flag", "list");
  }

  @Test
  void writesAnObjectWithinAnother() {
    var line = JsonLine.of("with", "messi").with("last", JsonLine.of("id", "7")).with("unread", 2);

    assertThat(line.json()).isEqualTo("{\"with\":\"messi\",\"last\":{\"id\":\"7\"},\"unread\":2}");
  }

  @Test
  void hasNothingInItThatDrivesATerminal() {
    var json = JsonLine.of("text", "\u001b[2J\u007f\u009b\u202e\u2028\n").json();

    assertThat(json).isEqualTo("{\"text\":\"\\u001B[2J\\u007f\\u009b\\u202e\\u2028\\n\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "geheim",
        "{\"a\":\"geheim\"",
        "{\"a\":{\"geheim\":1}}",
        "{\"a\":1.5}",
        "{\"a\":null}",
        "{\"a\":[1]}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":99999999999999999999}",
        "{} geheim"
      })
  void refusesAnythingElseWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> JsonLine.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one JSON object")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void showsNoValueByMistake() {
    assertThat(JsonLine.of("password", "geheim")).hasToString("JsonLine[password]");
  }
}
