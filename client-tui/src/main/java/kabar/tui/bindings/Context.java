package kabar.tui.bindings;

/// Where a key is pressed; it decides what the key does.
public enum Context {
  /// At the input line, with the focus on the conversation.
  WRITING,
  /// The same while the focus is on one of the other panels.
  PANEL,
  /// While a message is selected.
  SELECTING,
  /// In something that lies over the panels and may be filtered by typing.
  LISTING,
  /// At a question that wants yes or no.
  ASKED
}
