package kabar.tui.paint;

/// What something on the screen is; a theme says how that looks. No meaning is told by
/// colour alone: glyphs and words tell it too.
public enum Ink {
  /// What people wrote.
  TEXT,
  /// Times, hints and other things of second rank.
  FAINT,
  /// What stands out in a text.
  STRONG,
  /// The title line.
  TITLE,
  /// The name of a panel.
  HEADING,
  /// The name of the panel that has the focus.
  HEADING_FOCUSED,
  BORDER,
  /// A row that is chosen.
  CHOSEN,
  /// A conversation or a count with something new.
  UNREAD,
  /// Something that is for the user alone, such as direct messages that are new.
  BADGE,
  /// The user's own name.
  ME,
  /// Names of others, told apart by colour.
  NAME_BLUE,
  NAME_CYAN,
  NAME_MAGENTA,
  NAME_YELLOW,
  LINK,
  /// The line between days.
  DAY,
  /// The line above what is new.
  NEW,
  ONLINE,
  AWAY,
  OFFLINE,
  /// A connection that stands, is about to, or does not.
  STATE_GOOD,
  STATE_WAIT,
  STATE_BAD,
  /// A message on its way, on disk at the server, or refused.
  PENDING,
  STORED,
  FAILED,
  ERROR,
  /// The status line.
  STATUS,
  PROMPT,
  /// A short word over something else, such as how much is new below.
  CHIP,
  /// Help, lists and questions that lie over the panels.
  OVERLAY,
  OVERLAY_HEADING,
  /// The name of a key.
  KEY,
  /// What a search has found.
  MATCH
}
