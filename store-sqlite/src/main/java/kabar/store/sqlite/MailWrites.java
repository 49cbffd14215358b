package kabar.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kabar.api.store.Append;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;

/// Writes messages and markers. Belongs to the writer.
final class MailWrites {
  private static final String INSERT =
      Table.MESSAGES.insert() + " ON CONFLICT (sender, key) WHERE key <> '' DO NOTHING";
  private static final String BY_KEY =
      Table.MESSAGES.select(
          "INDEXED BY messages_by_key WHERE sender = ? AND key = ? AND key <> ''");
  private static final String UP_TO =
      Table.MESSAGES.select(
          "INDEXED BY messages_of_conversation WHERE conversation = ? AND id <= ?"
              + " ORDER BY id DESC LIMIT 1");
  private static final String OLDEST = Table.MESSAGES.select("ORDER BY id LIMIT ?");
  private static final String DELETE = "DELETE FROM messages WHERE id <= ?";

  private final Ledger ledger;
  private final Sql sql;

  MailWrites(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
  }

  Append append(NewMessage message) throws SQLException {
    long sender = ledger.names().number(message.from());
    long receiver = ledger.names().number(message.to());
    var side = ledger.sides().of(receiver, sender);
    long id = ledger.standing().position() + 1;
    var row = new MessageRow(id, side.id, sender, receiver, side.received + 1, message);
    if (!sql.insert(INSERT, Table.MESSAGES, row.columns())) {
      return repeat(sender, message);
    }
    side.received++;
    ledger.stand(ledger.standing().withMessage());
    touch(side, id);
    touch(ledger.sides().of(sender, receiver), id);
    return new Append.Stored(stored(id, message));
  }

  /// A marker where it stands now.
  ///
  /// @param isMoved whether it moved there now
  record Marked(Marker marker, boolean isMoved) {}

  Marked mark(String user, String with, long upTo) throws SQLException {
    var owner = ledger.names().find(user);
    var peer = ledger.names().find(with);
    if (owner.isEmpty() || peer.isEmpty()) {
      return new Marked(new Marker(user, with, 0, 0), false);
    }
    var found = ledger.sides().find(owner.get(), peer.get());
    if (found.isEmpty()) {
      return new Marked(new Marker(user, with, 0, 0), false);
    }
    var side = found.get();
    long reached = Math.min(upTo, side.last);
    boolean isMoved = reached > side.marker;
    if (isMoved) {
      move(side, reached);
    }
    return new Marked(new Marker(user, with, side.marker, side.moved), isMoved);
  }

  /// Removes the oldest messages taken before a moment, up to the first that was not.
  int purge(Instant before, int limit) throws SQLException {
    long end = Times.bound(before);
    var gone = new ArrayList<MessageRow>();
    for (var row : sql.list(Table.MESSAGES, OLDEST, MessageRow::of, (long) limit)) {
      if (row.at() >= end) {
        break;
      }
      gone.add(row);
    }
    if (!gone.isEmpty()) {
      remove(gone);
    }
    return gone.size();
  }

  /// Takes back all markers of an owner.
  void unmark(long owner) throws SQLException {
    for (var side : ledger.sides().marked(owner)) {
      side.mark(0, 0, 0);
      ledger.sides().changed(side);
    }
  }

  private Append repeat(long sender, NewMessage message) throws SQLException {
    var row =
        sql.first(Table.MESSAGES, BY_KEY, MessageRow::of, sender, message.key()).orElseThrow();
    var receiver = ledger.names().name(row.receiver());
    return receiver.equals(message.to()) && row.text().equals(message.text())
        ? new Append.Repeated(row.message(message.from(), receiver))
        : new Append.Conflict();
  }

  private void touch(Side side, long id) {
    side.last = id;
    ledger.sides().changed(side);
  }

  private void move(Side side, long upTo) throws SQLException {
    ledger.stand(ledger.standing().withMove());
    long covered =
        sql.first(Table.MESSAGES, UP_TO, MessageRow::of, side.id, upTo)
            .map(MessageRow::nth)
            .orElse(side.purged);
    side.mark(upTo, covered, ledger.standing().position());
    ledger.sides().changed(side);
  }

  private void remove(List<MessageRow> gone) throws SQLException {
    long newest = gone.getLast().id();
    for (var row : gone) {
      var side = ledger.sides().of(row.receiver(), row.sender());
      side.purged = row.nth();
      ledger.sides().changed(side);
      forgetLast(side, newest);
      forgetLast(ledger.sides().of(row.sender(), row.receiver()), newest);
    }
    sql.update(DELETE, newest);
    ledger.stand(ledger.standing().without(gone.size(), newest));
  }

  private void forgetLast(Side side, long newest) {
    if (side.last <= newest && side.last > 0) {
      side.last = 0;
      ledger.sides().changed(side);
    }
  }

  private static Message stored(long id, NewMessage it) {
    return new Message(id, it.from(), it.to(), it.text(), it.key(), it.at());
  }
}
