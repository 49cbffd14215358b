package kabar.tui.state;

/// What is at the bottom of a conversation's panel.
public sealed interface Anchor {

  /// The newest message, also when a newer one comes.
  record Newest() implements Anchor {}

  /// A row of a message, which stays there whatever comes below or above.
  ///
  /// @param id the message's id
  /// @param row which of its rows is the last one to be seen, 0 for the first
  record Row(String id, int row) implements Anchor {}
}
