package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TextColor;
import java.util.Map;
import kabar.tui.paint.Colour;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ColorsTest {
  private static final Colour RED = new Colour.Rgb(250, 10, 5);

  @Test
  void areDirectWhereColortermSaysSo() {
    assertThat(Colors.from(Map.of("TERM", "xterm", "COLORTERM", "truecolor")))
        .isEqualTo(Colors.DIRECT);
    assertThat(Colors.from(Map.of("TERM", "xterm", "COLORTERM", "24bit"))).isEqualTo(Colors.DIRECT);
  }

  @Test
  void areDirectOrIndexedWhereTheTypeSaysSo() {
    assertThat(Colors.from(Map.of("TERM", "xterm-direct"))).isEqualTo(Colors.DIRECT);
    assertThat(Colors.from(Map.of("TERM", "tmux-256color"))).isEqualTo(Colors.INDEXED);
  }

  @Test
  void areTheNamedOnesElsewhere() {
    assertThat(Colors.from(Map.of("TERM", "linux"))).isEqualTo(Colors.NAMED);
  }

  @Test
  void areNoneWhereTheUserWantsNoneWhateverTheTerminalCan() {
    var environment = Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor", "NO_COLOR", "1");

    assertThat(Colors.from(environment)).isEqualTo(Colors.NONE);
  }

  @Test
  void anEmptyNoColorSaysNothing() {
    assertThat(Colors.from(Map.of("TERM", "xterm-256color", "NO_COLOR", "")))
        .isEqualTo(Colors.INDEXED);
  }

  @Test
  void areNoneOnTerminalsWithoutColour() {
    assertThat(Colors.from(Map.of("TERM", "vt220"))).isEqualTo(Colors.NONE);
    assertThat(Colors.from(Map.of("TERM", "xterm-m"))).isEqualTo(Colors.NONE);
    assertThat(Colors.from(Map.of())).isEqualTo(Colors.NONE);
  }

  @Nested
  final class Nearest {
    @Test
    void isTheColourItselfWhereThereIsEvery() {
      assertThat(Colors.DIRECT.nearest(RED)).isEqualTo(new TextColor.RGB(250, 10, 5));
    }

    @Test
    void isOneOf256() {
      assertThat(Colors.INDEXED.nearest(RED)).isEqualTo(new TextColor.Indexed(196));
    }

    @Test
    void isOneOfSixteen() {
      assertThat(Colors.NAMED.nearest(RED)).isEqualTo(TextColor.ANSI.RED);
    }

    @Test
    void leavesNamedColoursToTheTerminal() {
      assertThat(Colors.NAMED.nearest(new Colour.Named(6))).isEqualTo(TextColor.ANSI.CYAN);
      assertThat(Colors.DIRECT.nearest(new Colour.Named(15)))
          .isEqualTo(TextColor.ANSI.WHITE_BRIGHT);
      assertThat(Colors.INDEXED.nearest(new Colour.Own())).isEqualTo(TextColor.ANSI.DEFAULT);
    }

    @Test
    void isTheTerminalsOwnWhereThereAreNone() {
      assertThat(Colors.NONE.nearest(RED)).isEqualTo(TextColor.ANSI.DEFAULT);
      assertThat(Colors.NONE.nearest(new Colour.Named(6))).isEqualTo(TextColor.ANSI.DEFAULT);
    }
  }
}
