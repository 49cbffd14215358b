package kabar.tui.layout;

import kabar.tui.paint.Size;

/// How much there is room for.
public enum Shape {
  /// A sentence that says that there is no room.
  SENTENCE,
  /// Input, one panel and the state.
  TINY,
  /// One panel, with a row that names the others.
  SINGLE,
  /// The conversation, and the other two panels above each other beside it.
  DOUBLE,
  /// All three panels beside each other.
  TRIPLE;

  static Shape of(Size size) {
    if (size.columns() < 20 || size.rows() < 5) {
      return SENTENCE;
    }
    if (size.columns() < 50 || size.rows() < 12) {
      return TINY;
    }
    if (size.columns() < 80) {
      return SINGLE;
    }
    return size.columns() < 110 ? DOUBLE : TRIPLE;
  }

  /// Whether several panels are to be seen at once.
  public boolean hasSides() {
    return this == DOUBLE || this == TRIPLE;
  }
}
