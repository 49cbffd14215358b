package kabar.tui.transcript;

/// One row of a conversation.
///
/// @param block which message
/// @param row which of its rows, and of those above it
record Place(int block, int row) {

  boolean isAbove(Place other) {
    return block < other.block || (block == other.block && row < other.row);
  }
}
