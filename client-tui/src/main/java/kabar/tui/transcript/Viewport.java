package kabar.tui.transcript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kabar.tui.layout.Layout;
import kabar.tui.state.Anchor;
import kabar.tui.state.Conversation;
import kabar.tui.state.TuiState;

/// What is on the screen of the open conversation, and what would be after a move. Lays out only
/// what it needs: the cost follows the screen, not the length of the conversation. Not thread-safe.
public final class Viewport {
  private static final Anchor NEWEST = new Anchor.Newest();

  private final Conversation conversation;
  private final int height;
  private final Blocks blocks;
  private final Place bottom;
  private final Place top;

  private Viewport(TuiState state, Layout layout) {
    this.conversation = state.conversation();
    this.height = conversation.isOpen() ? layout.conversation().rows() : 0;
    this.blocks = new Blocks(state, layout);
    this.bottom = filling(anchored(conversation.anchor()));
    this.top = up(bottom, Math.max(0, height - 1));
  }

  public static Viewport of(TuiState state) {
    return of(state, Layout.of(state));
  }

  /// The same where the layout is at hand.
  public static Viewport of(TuiState state, Layout layout) {
    return new Viewport(state, layout);
  }

  /// How many rows there are for messages.
  public int height() {
    return height;
  }

  /// What is on the screen, from top to bottom; fewer than the height if there are not more.
  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (int block = top.block(); height > 0 && block <= bottom.block(); block++) {
      var all = blocks.rows(block);
      int from = block == top.block() ? top.row() : 0;
      int to = block == bottom.block() ? bottom.row() + 1 : all.size();
      rows.addAll(all.subList(from, to));
    }
    return rows;
  }

  /// Where the view is after it went up by some rows, or down by as many below zero.
  public Anchor moved(int rows) {
    return anchor(filling(rows > 0 ? up(bottom, rows) : down(bottom, -rows)));
  }

  /// Where the oldest row is at the top.
  public Anchor oldest() {
    return anchor(down(new Place(0, 0), Math.max(0, height - 1)));
  }

  /// Where all of a message is on the screen, or its beginning if it is larger; where the view is
  /// already if it is there.
  ///
  /// @param id of a message, or the key of an entry of the outbox
  public Anchor showing(String id) {
    int block = blocks.entries().indexOf(id);
    if (block < 0 || height == 0) {
      return conversation.anchor();
    }
    var first = new Place(block, blocks.above(block));
    var last = lastOf(block);
    var begins = down(first, height - 1);
    if (last.isAbove(begins)) {
      return isOnScreen(first, last) ? anchor(bottom) : anchor(filling(below(last, begins)));
    }
    return isOnScreen(first, begins) ? anchor(bottom) : anchor(begins);
  }

  /// A third of the screen is below it, as far as it fits.
  private Place below(Place last, Place lowest) {
    var wanted = down(last, height / 3);
    return lowest.isAbove(wanted) ? lowest : wanted;
  }

  private boolean isOnScreen(Place first, Place last) {
    return !first.isAbove(top) && !bottom.isAbove(last);
  }

  /// Whether the oldest row that is known here is on the screen.
  public boolean isAtOldest() {
    return height > 0 && top.equals(new Place(0, 0));
  }

  /// The id of the newest message of which the last row is on the screen, empty if there is none.
  /// What is in the outbox does not count.
  public String newestVisible() {
    int block = bottom.equals(lastOf(bottom.block())) ? bottom.block() : bottom.block() - 1;
    block = Math.min(block, blocks.entries().notes().size() - 1);
    return height == 0 || block < 0 || lastOf(block).isAbove(top) ? "" : blocks.entries().id(block);
  }

  /// How many messages end below the screen.
  public int newBelow() {
    return Math.max(0, blocks.entries().notes().size() - firstBelow());
  }

  /// How many of those came from somebody else and were not on the screen yet.
  public int unseenBelow() {
    var seen =
        conversation.seenUpTo().isEmpty() ? conversation.newAfter() : conversation.seenUpTo();
    int known = seen.isEmpty() ? -1 : blocks.entries().indexOf(seen);
    return blocks.entries().ofOthersFrom(Math.max(firstBelow(), known + 1));
  }

  private int firstBelow() {
    return bottom.equals(lastOf(bottom.block())) ? bottom.block() + 1 : bottom.block();
  }

  /// Which messages are on the screen, at least in part, in their order.
  public List<String> visible() {
    Set<String> ids =
        rows().stream()
            .filter(row -> row.part() >= 0 && !row.id().isEmpty())
            .map(Row::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return List.copyOf(ids);
  }

  /// How many messages were laid out to know all this.
  int laidOut() {
    return blocks.laidOut();
  }

  private Place anchored(Anchor anchor) {
    return switch (anchor) {
      case Anchor.Newest() -> newest();
      case Anchor.Row(var id, var part) -> {
        int block = blocks.entries().indexOf(id);
        yield block < 0 ? newest() : new Place(block, rowOf(block, part));
      }
    };
  }

  private int rowOf(int block, int part) {
    return Math.clamp((long) part + blocks.above(block), 0, blocks.rows(block).size() - 1);
  }

  private Anchor anchor(Place place) {
    if (place.equals(newest())) {
      return NEWEST;
    }
    return new Anchor.Row(
        blocks.entries().id(place.block()), place.row() - blocks.above(place.block()));
  }

  /// The same place, or one further down where otherwise rows at the top would stay empty.
  private Place filling(Place place) {
    int missing = height - 1 - rowsAbove(place, height - 1);
    return missing > 0 ? down(place, missing) : place;
  }

  private Place newest() {
    return lastOf(blocks.size() - 1);
  }

  private Place lastOf(int block) {
    return new Place(block, blocks.rows(block).size() - 1);
  }

  /// How many rows there are above a place, at most so many.
  private int rowsAbove(Place place, int most) {
    int above = place.row();
    for (int block = place.block() - 1; block >= 0 && above < most; block--) {
      above += blocks.rows(block).size();
    }
    return Math.min(above, most);
  }

  private Place up(Place from, int rows) {
    int block = from.block();
    int row = from.row() - rows;
    while (row < 0 && block > 0) {
      block--;
      row += blocks.rows(block).size();
    }
    return new Place(block, Math.max(0, row));
  }

  private Place down(Place from, int rows) {
    int block = from.block();
    int row = from.row() + rows;
    while (row >= blocks.rows(block).size() && block < blocks.size() - 1) {
      row -= blocks.rows(block).size();
      block++;
    }
    return new Place(block, Math.min(row, blocks.rows(block).size() - 1));
  }
}
