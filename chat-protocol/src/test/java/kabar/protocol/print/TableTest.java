package kabar.protocol.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsTextsToTheLeftAndNumbersToTheRight() {
    var rows =
        List.of(
            JsonLine.of("what", "log").with("bytes", 7).with("note", ""),
            JsonLine.of("what", "database").with("bytes", 4_096).with("note", "é"));

    assertThat(Table.lines(rows))
        .containsExactly(
            "WHAT      BYTES  NOTE", //
            "log           7",
            "database  4,096  é");
  }

  @Test
  void letsNoTextDriveTheTerminal() {
    assertThat(Table.lines(List.of(JsonLine.of("note", "\u001b[2J\u202e\n\u0085"))))
        .containsExactly("NOTE", "\\u001b[2J\\u202e\\u000a\\u0085");
  }

  @Test
  void isNothingWithoutRows() {
    assertThat(Table.lines(List.of())).isEmpty();
  }
}
