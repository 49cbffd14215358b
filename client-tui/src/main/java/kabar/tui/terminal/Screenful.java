package kabar.tui.terminal;

import java.util.Arrays;
import java.util.Optional;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Look;
import kabar.tui.paint.Size;
import kabar.tui.paint.Spot;
import kabar.tui.paint.Theme;
import org.jspecify.annotations.Nullable;

/// What a terminal shows: clusters and how they look.
final class Screenful {
  /// No cluster of a frame equals it, and its width is in doubt.
  private static final String UNKNOWN = "?\0";

  private final Size size;
  private final String[] clusters;
  private final Look[] looks;
  private final @Nullable Spot cursor;

  private Screenful(Size size, @Nullable Spot cursor) {
    this.size = size;
    this.clusters = new String[size.columns() * size.rows()];
    this.looks = new Look[clusters.length];
    this.cursor = cursor;
  }

  /// One of which nothing is known: each cell differs from every other's.
  static Screenful unknown(Size size) {
    var screenful = new Screenful(size, null);
    Arrays.fill(screenful.clusters, UNKNOWN);
    Arrays.fill(screenful.looks, Pen.PLAIN);
    return screenful;
  }

  /// A canvas as it is shown in this theme.
  static Screenful of(Canvas canvas, Theme theme, boolean isUnicode) {
    var screenful = new Screenful(canvas.size(), canvas.cursor().orElse(null));
    for (int row = 0; row < canvas.size().rows(); row++) {
      for (int column = 0; column < canvas.size().columns(); column++) {
        int at = screenful.index(column, row);
        screenful.clusters[at] = canvas.cluster(column, row);
        screenful.looks[at] = theme.look(canvas.ink(column, row));
      }
    }
    if (!isUnicode) {
      screenful.spellInAscii();
    }
    return screenful;
  }

  private void spellInAscii() {
    for (int at = 0; at < clusters.length; at++) {
      if (!isAscii(clusters[at])) {
        clusters[at] = "?";
      }
    }
  }

  private static boolean isAscii(String cluster) {
    return cluster.length() == 1 && cluster.charAt(0) < 0x7f;
  }

  Size size() {
    return size;
  }

  Optional<Spot> cursor() {
    return Optional.ofNullable(cursor);
  }

  String cluster(int column, int row) {
    return clusters[index(column, row)];
  }

  Look look(int column, int row) {
    return looks[index(column, row)];
  }

  /// How many cells the cluster here holds: none if it is the right half of a wide one.
  int width(int column, int row) {
    if (isRightHalf(column, row)) {
      return 0;
    }
    return column + 1 < size.columns() && isRightHalf(column + 1, row) ? 2 : 1;
  }

  private boolean isRightHalf(int column, int row) {
    return cluster(column, row).equals(Canvas.RIGHT_HALF);
  }

  boolean differs(Screenful other, int column, int row) {
    int at = index(column, row);
    return !clusters[at].equals(other.clusters[at]) || !looks[at].equals(other.looks[at]);
  }

  private int index(int column, int row) {
    return row * size.columns() + column;
  }
}
