package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnnouncementsTest {
  private static final Announcements XTERM = new Announcements(Map.of("TERM", "xterm-256color"));

  @Test
  void theTitleIsThatOfWindowAndIcon() {
    assertThat(XTERM.title("Kabar · 2 new")).isEqualTo("\033]0;Kabar · 2 new\007");
  }

  @Test
  void noTextEndsItsSequence() {
    assertThat(XTERM.title("a\007\033]52;c;eA==\007\u009cb")).isEqualTo("\033]0;a]52;c;eA==b\007");
    assertThat(XTERM.notification("a;b", "c\033\\d")).isEqualTo("\033]777;notify;a,b;c\\d\007");
  }

  @Test
  void notificationsAreThoseOfRxvt() {
    assertThat(XTERM.notification("messi", "halo")).isEqualTo("\033]777;notify;messi;halo\007");
  }

  @Test
  void orThoseOfItermWhereTheTerminalKnowsThem() {
    var wezterm = new Announcements(Map.of("TERM", "xterm", "TERM_PROGRAM", "WezTerm"));

    assertThat(wezterm.notification("messi", "halo")).isEqualTo("\033]9;messi: halo\007");
  }

  @Test
  void notificationsGoThroughTmux() {
    var tmux = new Announcements(Map.of("TERM", "tmux-256color", "TMUX", "/tmp/tmux,1,0"));

    assertThat(tmux.notification("messi", "halo"))
        .isEqualTo("\033Ptmux;\033\033]777;notify;messi;halo\007\033\\");
  }

  @Test
  void theClipboardTakesEveryText() {
    assertThat(XTERM.clipboard("héllo\n\033")).isEqualTo("\033]52;c;aMOpbGxvChs=\007");
  }

  @Test
  void theConsoleOfLinuxWouldPrintThem() {
    var console = new Announcements(Map.of("TERM", "linux"));

    assertThat(console.title("Kabar")).isEmpty();
    assertThat(console.notification("messi", "halo")).isEmpty();
    assertThat(console.clipboard("x")).isEmpty();
    assertThat(console.backgroundQuery()).isEmpty();
  }
}
