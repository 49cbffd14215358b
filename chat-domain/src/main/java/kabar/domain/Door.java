package kabar.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kabar.protocol.Notice;

/// Knows all connections and how many there may be, in all and of one address. Thread-safe.
///
/// When there is no more room, the connection that has been silent longest goes; if all have
/// spoken, the new one is refused. One whose address has too many is refused before that. Those
/// that were let in and speak are never disturbed.
final class Door {
  private final int maxConnections;
  private final Neighbours neighbours;

  // All guarded by this.
  private final Set<ChatConnection> inside = new LinkedHashSet<>();
  private final Set<ChatConnection> silent = new LinkedHashSet<>();
  private boolean isShut;
  private long evicted;
  private long refused;

  Door(int maxConnections, Neighbours neighbours) {
    this.maxConnections = maxConnections;
    this.neighbours = neighbours;
  }

  /// Lets a connection in, or ends it.
  void enter(ChatConnection connection) {
    makeRoom(connection).ifPresent(ChatConnection::turnAway);
  }

  /// A connection has made its first request.
  synchronized void spoke(ChatConnection connection) {
    silent.remove(connection);
  }

  /// A connection is gone.
  synchronized void left(ChatConnection connection) {
    if (inside.remove(connection)) {
      neighbours.left(connection.address());
    }
    silent.remove(connection);
  }

  /// Tells all who speak a live dialect something.
  void tell(Supplier<Notice> notices) {
    list().forEach(connection -> connection.tell(notices.get()));
  }

  /// Lets nobody in any more and has everybody inside finish.
  void shut() {
    for (var connection : shutAndList()) {
      connection.finish();
    }
  }

  synchronized int count() {
    return inside.size();
  }

  synchronized long evicted() {
    return evicted;
  }

  synchronized long refused() {
    return refused;
  }

  /// Requests of all inside that are not answered yet.
  long unanswered() {
    return list().stream().mapToLong(ChatConnection::unanswered).sum();
  }

  /// Takes the new one in where that is possible. Answers who has to go for it, the new one itself
  /// at worst.
  private synchronized Optional<ChatConnection> makeRoom(ChatConnection entering) {
    if (isShut) {
      return Optional.of(entering);
    }
    if (!neighbours.admits(entering.address())) {
      return Optional.of(entering);
    }
    if (inside.size() < maxConnections) {
      add(entering);
      return Optional.empty();
    }
    if (silent.isEmpty()) {
      refused++;
      return Optional.of(entering);
    }
    var longestSilent = silent.iterator().next();
    left(longestSilent);
    evicted++;
    add(entering);
    return Optional.of(longestSilent);
  }

  private void add(ChatConnection connection) {
    inside.add(connection);
    neighbours.entered(connection.address());
    silent.add(connection);
  }

  private synchronized List<ChatConnection> shutAndList() {
    isShut = true;
    return list();
  }

  private synchronized List<ChatConnection> list() {
    return new ArrayList<>(inside);
  }
}
