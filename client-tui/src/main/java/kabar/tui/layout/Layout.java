package kabar.tui.layout;

import java.util.List;
import kabar.tui.paint.Area;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;

/// Where everything is. What is not shown has no cell. A column that parts two panels belongs to
/// neither.
///
/// @param conversation its messages
/// @param footer below them, who is typing and how much is new below
/// @param tabs the names of the panels, where only one is shown
/// @param remark the error line, or a question
/// @param hints keys that do something here, or the menu of a completion
/// @param input the input line, at the bottom
/// @param writing what stands in it
public record Layout(
    Shape shape,
    Area title,
    Area inbox,
    Area online,
    Area conversation,
    Area footer,
    Area tabs,
    Area remark,
    List<String> remarkLines,
    Area status,
    Area hints,
    Area input,
    Writing writing) {

  public Layout {
    remarkLines = List.copyOf(remarkLines);
  }

  public static Layout of(TuiState state) {
    var shape = Shape.of(state.size());
    if (shape == Shape.SENTENCE) {
      return sentence();
    }
    return state.overlay() instanceof Overlay.Bare
        ? bare(state, shape)
        : new Rows(state, shape).layout();
  }

  private static Layout sentence() {
    return new Layout(
        Shape.SENTENCE,
        Area.NONE,
        Area.NONE,
        Area.NONE,
        Area.NONE,
        Area.NONE,
        Area.NONE,
        Area.NONE,
        List.of(),
        Area.NONE,
        Area.NONE,
        Area.NONE,
        Writing.NONE);
  }

  /// Nothing but messages, and the way back in the last row.
  private static Layout bare(TuiState state, Shape shape) {
    int columns = state.size().columns();
    int rows = state.size().rows() - 1;
    return new Layout(
        shape,
        Area.NONE,
        Area.NONE,
        Area.NONE,
        new Area(0, 0, columns, rows),
        Area.NONE,
        Area.NONE,
        Area.NONE,
        List.of(),
        Area.NONE,
        new Area(0, rows, columns, 1),
        Area.NONE,
        Writing.NONE);
  }

  /// Hands out rows from the bottom up, and leaves the rest to the panels.
  private static final class Rows {
    private final TuiState state;
    private final Shape shape;
    private final int columns;
    private int bottom;

    Rows(TuiState state, Shape shape) {
      this.state = state;
      this.shape = shape;
      this.columns = state.size().columns();
      this.bottom = state.size().rows();
    }

    Layout layout() {
      var writing = Writing.of(Prompt.of(state), columns, Math.max(1, state.size().rows() / 3));
      var remarkLines = RemarkLines.of(state);
      var input = take(writing.rows());
      var hints = take(shape.hasSides() ? 1 : 0);
      var tabs = take(shape == Shape.SINGLE ? 1 : 0);
      var status = take(shape == Shape.SINGLE ? 0 : 1);
      var remark = take(Math.min(remarkLines.size(), Math.max(0, bottom - 2)));
      int top = shape == Shape.TINY ? 0 : 1;
      var sides = Sides.of(state, shape, new Area(0, top, columns, bottom - top));
      int footer = shape == Shape.TINY || sides.conversation().isEmpty() ? 0 : 1;
      return new Layout(
          shape,
          new Area(0, 0, top == 0 ? 0 : columns, top),
          sides.inbox(),
          sides.online(),
          withoutLast(sides.conversation(), footer),
          last(sides.conversation(), footer),
          tabs,
          remark,
          remarkLines,
          status,
          hints,
          input,
          writing);
    }

    private Area take(int rows) {
      bottom -= rows;
      return rows == 0 ? Area.NONE : new Area(0, bottom, columns, rows);
    }

    private static Area withoutLast(Area area, int rows) {
      return new Area(area.column(), area.row(), area.columns(), area.rows() - rows);
    }

    private static Area last(Area area, int rows) {
      return rows == 0
          ? Area.NONE
          : new Area(area.column(), area.row() + area.rows() - rows, area.columns(), rows);
    }
  }

  /// The panels in what the lines leave.
  private record Sides(Area inbox, Area conversation, Area online) {
    private static final int ONE_SIDE = 21;
    private static final int LEFT_SIDE = 26;
    private static final int RIGHT_SIDE = 23;

    static Sides of(TuiState state, Shape shape, Area all) {
      boolean hasInbox = state.settings().isInboxShown() || state.focus() == Focus.INBOX;
      boolean hasOnline = state.settings().isOnlineShown() || state.focus() == Focus.ONLINE;
      return switch (shape) {
        case SENTENCE, TINY, SINGLE -> one(state.focus(), all);
        case DOUBLE -> two(hasInbox, hasOnline, all);
        case TRIPLE -> three(hasInbox, hasOnline, all);
      };
    }

    private static Sides one(Focus focus, Area all) {
      return switch (focus) {
        case INBOX -> new Sides(all, Area.NONE, Area.NONE);
        case CONVERSATION -> new Sides(Area.NONE, all, Area.NONE);
        case ONLINE -> new Sides(Area.NONE, Area.NONE, all);
      };
    }

    private static Sides two(boolean hasInbox, boolean hasOnline, Area all) {
      if (!hasInbox && !hasOnline) {
        return new Sides(Area.NONE, all, Area.NONE);
      }
      // Between them is a row that parts them.
      int onlineRows = !hasOnline ? 0 : hasInbox ? all.rows() * 2 / 5 : all.rows();
      int inboxRows = !hasInbox ? 0 : hasOnline ? all.rows() - onlineRows - 1 : all.rows();
      return new Sides(
          side(all, 0, ONE_SIDE, 0, inboxRows),
          side(all, ONE_SIDE + 1, all.columns() - ONE_SIDE - 1, 0, all.rows()),
          side(all, 0, ONE_SIDE, all.rows() - onlineRows, onlineRows));
    }

    private static Sides three(boolean hasInbox, boolean hasOnline, Area all) {
      int left = hasInbox ? LEFT_SIDE + 1 : 0;
      int right = hasOnline ? RIGHT_SIDE + 1 : 0;
      return new Sides(
          side(all, 0, left - 1, 0, all.rows()),
          side(all, left, all.columns() - left - right, 0, all.rows()),
          side(all, all.columns() - right + 1, right - 1, 0, all.rows()));
    }

    private static Area side(Area all, int column, int columns, int row, int rows) {
      return columns <= 0 || rows <= 0
          ? Area.NONE
          : new Area(all.column() + column, all.row() + row, columns, rows);
    }
  }
}
