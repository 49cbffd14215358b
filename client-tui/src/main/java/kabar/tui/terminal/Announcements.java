package kabar.tui.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The sequences (OSC) for what lies outside the screen: title, notifications, clipboard. They are
/// empty where a terminal would print them.
final class Announcements {
  static final String BELL = "\007";

  private static final String OSC = "\033]";
  private static final String END = "\007";
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]");

  /// Those that take iTerm2's notifications; others take rxvt's or none.
  private static final Set<String> LIKE_ITERM =
      Set.of("iTerm.app", "WezTerm", "ghostty", "kitty", "WarpTerminal");

  private final boolean isUnderstood;
  private final boolean isLikeIterm;
  private final boolean isInTmux;

  Announcements(Map<String, String> environment) {
    // The console of Linux takes OSC for a change of its palette.
    this.isUnderstood = !environment.getOrDefault("TERM", "").startsWith("linux");
    this.isLikeIterm =
        LIKE_ITERM.contains(environment.getOrDefault("TERM_PROGRAM", ""))
            || environment.containsKey("WT_SESSION")
            || environment.containsKey("KITTY_WINDOW_ID");
    this.isInTmux = environment.containsKey("TMUX");
  }

  /// Names window and icon.
  String title(String text) {
    return osc("0;" + printable(text));
  }

  String notification(String title, String body) {
    var sequence =
        isLikeIterm
            ? osc("9;" + printable(title + ": " + body))
            : osc("777;notify;" + printable(title).replace(';', ',') + ";" + printable(body));
    return isInTmux ? throughTmux(sequence) : sequence;
  }

  String clipboard(String text) {
    var encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return osc("52;c;" + encoded);
  }

  /// Asks for the background's colour; the answer comes as input.
  String backgroundQuery() {
    return osc("11;?");
  }

  private String osc(String payload) {
    return isUnderstood ? OSC + payload + END : "";
  }

  /// The text cannot end the sequence, whoever wrote it.
  private static String printable(String text) {
    return CONTROLS.matcher(text).replaceAll("");
  }

  /// tmux passes this on if the user lets it, and drops it otherwise.
  private static String throughTmux(String sequence) {
    return "\033Ptmux;" + sequence.replace("\033", "\033\033") + "\033\\";
  }
}
