package kabar.tui.state;

import java.time.ZoneId;
import kabar.tui.words.Sentences;

/// How the user wants it.
///
/// @param zone in which times are read
/// @param theme its name
/// @param isInboxShown whether the inbox has a panel where there is room
/// @param isOnlineShown the same for who is online
/// @param isAscii whether the terminal shows nothing but ASCII
public record Settings(
    Sentences sentences,
    ZoneId zone,
    String theme,
    boolean isInboxShown,
    boolean isOnlineShown,
    boolean isAscii) {

  public Settings theme(String changed) {
    return new Settings(sentences, zone, changed, isInboxShown, isOnlineShown, isAscii);
  }

  public Settings inboxShown(boolean changed) {
    return new Settings(sentences, zone, theme, changed, isOnlineShown, isAscii);
  }

  public Settings onlineShown(boolean changed) {
    return new Settings(sentences, zone, theme, isInboxShown, changed, isAscii);
  }
}
