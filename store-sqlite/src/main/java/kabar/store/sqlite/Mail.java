package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kabar.api.store.Change;
import kabar.api.store.Conversation;
import kabar.api.store.Cursor;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import kabar.api.store.Slice;

/// Reads messages and markers. Every query names its index, so that none can become a scan.
///
/// SQLite takes the column that an index is over from the index, and it is sealed with the row: an
/// index that leads to somebody else's message breaks the seal.
final class Mail {
  private static final String LOG = Table.MESSAGES.select("WHERE id > ? ORDER BY id LIMIT ?");
  private static final String MESSAGE = Table.MESSAGES.select("WHERE id = ?");
  private static final String SIDE = Table.CONVERSATIONS.select("WHERE owner = ? AND peer = ?");
  private static final String SIDES =
      Table.CONVERSATIONS.select(
          "INDEXED BY conversations_by_last"
              + " WHERE owner = ? AND last > 0 AND last < ? ORDER BY last DESC LIMIT ?");
  private static final String MOVES =
      Table.CONVERSATIONS.select(
          "INDEXED BY conversations_by_move"
              + " WHERE owner = ? AND moved > ? AND moved <= ? AND moved > 0"
              + " ORDER BY moved LIMIT ?");

  private final Sql sql;
  private final Names names;

  Mail(Sql sql, Names names) {
    this.sql = sql;
    this.names = names;
  }

  /// An index of the table `messages` over one column, in which rows stand by that and by their id.
  private enum Lane {
    CONVERSATION("conversation"),
    RECEIVER("receiver"),
    SENDER("sender");

    private final String backward;
    private final String forward;

    Lane(String column) {
      var query =
          "INDEXED BY messages_of_%s WHERE %s = ? AND id > ? AND id < ? ORDER BY id %s LIMIT ?";
      backward = Table.MESSAGES.select(query.formatted(column, column, "DESC"));
      forward = Table.MESSAGES.select(query.formatted(column, column, "ASC"));
    }
  }

  /// The ids wanted, both ends excluded, and how many of them at most.
  private record Span(long after, long before, long limit, boolean backward) {

    static Span of(Slice slice) {
      long limit = Pages.oneMore(slice.limit());
      return switch (slice) {
        case Slice.Newest _ -> new Span(0, Long.MAX_VALUE, limit, true);
        case Slice.Before(var id, _) -> new Span(0, id, limit, true);
        case Slice.After(var id, _) -> new Span(id, Long.MAX_VALUE, limit, false);
      };
    }

    Comparator<MessageRow> order() {
      var order = Comparator.comparingLong(MessageRow::id);
      return backward ? order.reversed() : order;
    }

    <T> Page<T> page(List<T> items, int limit) {
      return backward ? Pages.backward(items, limit) : Pages.forward(items, limit);
    }
  }

  Page<Message> inbox(String user, Slice slice) throws SQLException {
    var span = Span.of(slice);
    var owner = names.find(user);
    var rows = owner.isEmpty() ? List.<MessageRow>of() : rows(Lane.RECEIVER, owner.get(), span);
    return span.page(messages(rows), slice.limit());
  }

  Page<Message> conversation(String user, String with, Slice slice) throws SQLException {
    var span = Span.of(slice);
    var rows = new ArrayList<>(received(user, with, span));
    if (!user.equals(with)) {
      rows.addAll(received(with, user, span));
      rows.sort(span.order());
    }
    var wanted = rows.subList(0, (int) Math.min(rows.size(), span.limit()));
    return span.page(messages(wanted), slice.limit());
  }

  Page<Message> log(long after, int limit) throws SQLException {
    var rows = sql.list(Table.MESSAGES, LOG, MessageRow::of, after, Pages.oneMore(limit));
    return Pages.forward(messages(rows), limit);
  }

  Page<Conversation> conversations(String user, long before, int limit) throws SQLException {
    var owner = names.find(user);
    if (owner.isEmpty()) {
      return new Page<>(List.of(), false);
    }
    var sides =
        sql.list(Table.CONVERSATIONS, SIDES, Side::of, owner.get(), before, Pages.oneMore(limit));
    var page = Pages.forward(sides, limit);
    var conversations = new ArrayList<Conversation>();
    for (var side : page.items()) {
      conversations.add(conversation(side));
    }
    return new Page<>(conversations, page.more());
  }

  /// What a user may see of the changes after a cursor, up to where the store stands.
  Replay replay(String user, Cursor after, int limit) throws SQLException {
    var standing = Standing.read(sql);
    var now = standing.cursor();
    if (!after.incarnation().equals(now.incarnation())
        || after.position() > now.position()
        || after.position() < standing.purged()) {
      return new Replay.Reset(now);
    }
    var changes = changes(user, new Span(after.position(), Long.MAX_VALUE, limit + 1L, false));
    var page = Pages.forward(changes, limit);
    var next = page.more() ? new Cursor(now.incarnation(), page.items().getLast().position()) : now;
    return new Replay.Continued(page, next);
  }

  private List<Change> changes(String user, Span span) throws SQLException {
    var owner = names.find(user);
    if (owner.isEmpty()) {
      return List.of();
    }
    var received = rows(Lane.RECEIVER, owner.get(), span);
    var sent =
        rows(Lane.SENDER, owner.get(), span).stream()
            .filter(it -> it.receiver() != it.sender())
            .toList();
    var messages = messages(Stream.of(received, sent).flatMap(List::stream).toList());
    return Stream.<Change>concat(
            messages.stream().map(Change.Sent::new),
            moves(owner.get(), span).stream().map(Change.Read::new))
        .sorted(Comparator.comparingLong(Change::position))
        .limit(span.limit())
        .toList();
  }

  private List<Marker> moves(long owner, Span span) throws SQLException {
    var sides =
        sql.list(
            Table.CONVERSATIONS, MOVES, Side::of, owner, span.after(), span.before(), span.limit());
    var markers = new ArrayList<Marker>();
    for (var side : sides) {
      markers.add(
          new Marker(names.name(side.owner), names.name(side.peer), side.marker, side.moved));
    }
    return markers;
  }

  /// What a user received from another.
  private List<MessageRow> received(String user, String from, Span span) throws SQLException {
    var owner = names.find(user);
    var peer = names.find(from);
    if (owner.isEmpty() || peer.isEmpty()) {
      return List.of();
    }
    var side = side(owner.get(), peer.get());
    return side.isEmpty() ? List.of() : rows(Lane.CONVERSATION, side.get().id, span);
  }

  private Optional<Side> side(long owner, long peer) throws SQLException {
    return sql.first(Table.CONVERSATIONS, SIDE, Side::of, owner, peer);
  }

  private Conversation conversation(Side side) throws SQLException {
    var last =
        sql.first(Table.MESSAGES, MESSAGE, MessageRow::of, side.last)
            .orElseThrow(() -> sql.damaged(Table.MESSAGES, side.last, "it is missing"));
    return new Conversation(names.name(side.peer), message(last), side.unread(), side.marker);
  }

  private List<MessageRow> rows(Lane lane, long key, Span span) throws SQLException {
    return sql.list(
        Table.MESSAGES,
        span.backward() ? lane.backward : lane.forward,
        MessageRow::of,
        key,
        span.after(),
        span.before(),
        span.limit());
  }

  private List<Message> messages(List<MessageRow> rows) throws SQLException {
    var messages = new ArrayList<Message>();
    for (var row : rows) {
      messages.add(message(row));
    }
    return messages;
  }

  private Message message(MessageRow row) throws SQLException {
    return row.message(names.name(row.sender()), names.name(row.receiver()));
  }
}
