package kabar.tui.editing;

import kabar.tui.text.Graphemes;

/// Where clusters begin and end in a text, as indexes in chars.
///
/// Only the line around an index is looked at: a line break ends a cluster.
final class Clusters {
  private Clusters() {}

  /// The begin of the cluster that ends at an index; 0 at the begin of the text.
  static int before(String text, int index) {
    if (index == 0) {
      return 0;
    }
    if (text.charAt(index - 1) == '\n') {
      return index - 1;
    }
    int at = Lines.start(text, index);
    int begin = at;
    for (var cluster : Graphemes.of(text.substring(at, Lines.end(text, index)))) {
      if (at >= index) {
        break;
      }
      begin = at;
      at += cluster.length();
    }
    return begin;
  }

  /// The end of the cluster that begins at an index; the text's length at its end.
  static int after(String text, int index) {
    if (index == text.length()) {
      return index;
    }
    return text.charAt(index) == '\n' ? index + 1 : boundary(text, index + 1);
  }

  /// The index itself if no cluster is around it, else the end of that.
  static int boundary(String text, int index) {
    int at = Lines.start(text, index);
    for (var cluster : Graphemes.of(text.substring(at, Lines.end(text, index)))) {
      if (at >= index) {
        break;
      }
      at += cluster.length();
    }
    return at;
  }
}
