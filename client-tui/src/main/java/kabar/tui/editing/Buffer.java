package kabar.tui.editing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Text that is being written, and where in it. Immutable: each movement and change makes another.
///
/// The cursor moves by clusters: what looks like one character is one, however many it is made of.
///
/// @param text as it was typed; its lines are separated by `\n`
/// @param cursor an index into the text, in chars, at the begin of a cluster or at the end
public record Buffer(String text, int cursor) {
  public static final Buffer EMPTY = new Buffer("", 0);

  /// So much text goes into a message, in bytes of UTF-8.
  public static final int MAX_BYTES = 16 * 1024;

  public Buffer {
    if (cursor < 0 || cursor > text.length()) {
      throw new IllegalArgumentException(
          "cursor %d (expected 0..%d)".formatted(cursor, text.length()));
    }
  }

  /// A text with the cursor at its end.
  public static Buffer of(String text) {
    return new Buffer(text, text.length());
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// How long the text is in UTF-8.
  public int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Whether it is not too long for a message.
  public boolean fits() {
    return text.length() <= MAX_BYTES / 4 || bytes() <= MAX_BYTES;
  }

  public String before() {
    return text.substring(0, cursor);
  }

  public String after() {
    return text.substring(cursor);
  }

  /// Puts a text in front of the cursor.
  public Buffer insert(String added) {
    return of(before() + added).followedBy(after());
  }

  /// Puts a text in the place of what stands there.
  public Buffer replace(int from, int to, String with) {
    return of(text.substring(0, from) + with).followedBy(text.substring(to));
  }

  public Buffer left() {
    return at(Clusters.before(text, cursor));
  }

  public Buffer right() {
    return at(Clusters.after(text, cursor));
  }

  /// To the begin of a word of letters and digits.
  public Buffer wordLeft() {
    return at(Words.leftOf(text, cursor));
  }

  /// To the end of a word of letters and digits.
  public Buffer wordRight() {
    return at(Words.rightOf(text, cursor));
  }

  public Buffer lineStart() {
    return at(Lines.start(text, cursor));
  }

  public Buffer lineEnd() {
    return at(Lines.end(text, cursor));
  }

  /// To the line above, as far from its begin; empty if there is none.
  public Optional<Buffer> lineUp() {
    return Lines.above(text, cursor).map(this::at);
  }

  /// To the line below, as far from its begin; empty if there is none.
  public Optional<Buffer> lineDown() {
    return Lines.below(text, cursor).map(this::at);
  }

  public Buffer deleteLeft() {
    return cut(left().cursor, cursor).rest();
  }

  public Buffer deleteRight() {
    return cut(cursor, right().cursor).rest();
  }

  /// Cuts back to the white space before the word.
  public Cut cutWordLeft() {
    return cut(Words.leftOfSpaced(text, cursor), cursor);
  }

  /// Cuts to the end of a word of letters and digits.
  public Cut cutWordRight() {
    return cut(cursor, wordRight().cursor);
  }

  /// Cuts to the begin of the line, or at that the end of the line before.
  public Cut cutToStart() {
    int start = lineStart().cursor;
    return cut(start == cursor ? Clusters.before(text, cursor) : start, cursor);
  }

  /// Cuts to the end of the line, or at that the end itself.
  public Cut cutToEnd() {
    int end = lineEnd().cursor;
    return cut(cursor, end == cursor ? Clusters.after(text, cursor) : end);
  }

  private Cut cut(int from, int to) {
    return new Cut(
        of(text.substring(0, from)).followedBy(text.substring(to)), text.substring(from, to));
  }

  /// The cursor stays where it is, or goes on to the end of a cluster if it would stand in one that
  /// has come about.
  private Buffer followedBy(String added) {
    return new Buffer(text + added, Clusters.boundary(text + added, cursor));
  }

  private Buffer at(int index) {
    return new Buffer(text, index);
  }
}
