package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works the counts that rows keep out anew, to compare them.
final class Reckoning {
  private static final Lane EMPTY = new Lane(0, 0, 0);
  private static final String MIRROR = "SELECT id FROM conversations WHERE owner = ? AND peer = ?";
  private static final String ALL = Table.CONVERSATIONS.select("NOT INDEXED ORDER BY id");

  private final Map<Long, Lane> lanes = new HashMap<>();
  private @Nullable Standing standing;
  private long accounts;
  private long sessions;
  private long messages;
  private long newest;

  /// What one user received from another.
  ///
  /// @param last the id of the newest
  /// @param nth the number of the newest among all that ever were
  private record Lane(long count, long last, long nth) {}

  /// Takes a sound row into account; rows of a table come in the order of their ids.
  void add(Row row, Faults faults) {
    if (row.table().equals(Table.MESSAGES)) {
      add(MessageRow.of(row), faults);
    } else if (row.table().equals(Table.SESSIONS)) {
      sessions++;
    } else if (row.table().equals(Table.ACCOUNTS) && !row.text(5).equals("DELETED")) {
      accounts++;
    } else if (row.table().equals(Table.STORE)) {
      standing = Standing.of(row);
    }
  }

  /// Compares what was added with the counts that are kept.
  void check(Sql sql, Faults faults) throws SQLException {
    // Only now, for all messages were seen.
    sql.visit(
        Table.CONVERSATIONS,
        ALL,
        row -> {
          if (row.isSound()) {
            check(sql, Side.of(row), faults);
          }
        });
    if (standing != null) {
      check(standing, faults);
    }
  }

  private void add(MessageRow message, Faults faults) {
    messages++;
    newest = message.id();
    var lane = lanes.getOrDefault(message.conversation(), EMPTY);
    if (lane.count() > 0 && message.nth() != lane.nth() + 1) {
      faults.add(
          "message %d counts as number %d of its conversation, after number %d"
              .formatted(message.id(), message.nth(), lane.nth()));
    }
    lanes.put(message.conversation(), new Lane(lane.count() + 1, message.id(), message.nth()));
  }

  private void check(Standing found, Faults faults) {
    faults.compare("count of accounts", found.accounts(), accounts);
    faults.compare("count of sessions", found.sessions(), sessions);
    faults.compare("count of messages", found.messages(), messages);
    if (newest > found.position()) {
      faults.add(
          "the commit order: message %d lies beyond its end, %d"
              .formatted(newest, found.position()));
    }
  }

  private void check(Sql sql, Side side, Faults faults) throws SQLException {
    var name = "conversation " + side.id;
    var lane = lanes.getOrDefault(side.id, EMPTY);
    var other = lanes.getOrDefault(sql.number(MIRROR, side.peer, side.owner), EMPTY);
    faults.compare(name + ": messages", lane.count(), side.received - side.purged);
    faults.compare(name + ": newest message", side.last, Math.max(lane.last(), other.last()));
    if (side.seen > side.received) {
      faults.add(
          "%s: its marker covers %d messages of %d".formatted(name, side.seen, side.received));
    }
  }
}
