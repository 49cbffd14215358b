package kabar.tui.paint;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A screenful of cells. Each holds one cluster of characters; a wide one holds its cell and the
/// next. Not thread-safe.
public final class Canvas {
  private static final String BLANK = " ";

  /// What the right half of a wide cluster holds.
  public static final String RIGHT_HALF = "";

  private final Size size;
  private final String[] clusters;
  private final Ink[] inks;
  private @Nullable Spot cursor;

  /// A blank one.
  public Canvas(Size size) {
    this.size = size;
    this.clusters = new String[size.columns() * size.rows()];
    this.inks = new Ink[clusters.length];
    Arrays.fill(clusters, BLANK);
    Arrays.fill(inks, Ink.TEXT);
  }

  public Size size() {
    return size;
  }

  /// All of it, to be painted into.
  public Surface surface() {
    return new Surface(this, new Area(0, 0, size.columns(), size.rows()));
  }

  /// The cluster of a cell, {@link #RIGHT_HALF} where it belongs to the cell before.
  public String cluster(int column, int row) {
    return clusters[index(column, row)];
  }

  public Ink ink(int column, int row) {
    return inks[index(column, row)];
  }

  /// Where the cursor is to be, empty if it is not to be seen.
  public Optional<Spot> cursor() {
    return Optional.ofNullable(cursor);
  }

  void cursor(Spot spot) {
    cursor = spot;
  }

  /// Puts a cluster of one or two cells, all of which are on the canvas. What it cuts in half
  /// becomes blank.
  void put(Spot spot, String cluster, int width, Ink ink) {
    int at = index(spot.column(), spot.row());
    blankHalves(at, spot.column());
    clusters[at] = cluster;
    inks[at] = ink;
    if (width == 2) {
      blankHalves(at + 1, spot.column() + 1);
      clusters[at] = cluster;
      clusters[at + 1] = RIGHT_HALF;
      inks[at + 1] = ink;
    }
  }

  private void blankHalves(int at, int column) {
    if (clusters[at].equals(RIGHT_HALF) && column > 0) {
      clusters[at - 1] = BLANK;
    }
    if (column + 1 < size.columns() && clusters[at + 1].equals(RIGHT_HALF)) {
      clusters[at + 1] = BLANK;
    }
  }

  private int index(int column, int row) {
    if (column < 0 || column >= size.columns() || row < 0 || row >= size.rows()) {
      throw new IndexOutOfBoundsException(
          "no cell %d,%d (expected one below %s)".formatted(column, row, size));
    }
    return row * size.columns() + column;
  }

  /// The rows as text, for tests and logs.
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (int row = 0; row < size.rows(); row++) {
      for (int column = 0; column < size.columns(); column++) {
        text.append(cluster(column, row));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
