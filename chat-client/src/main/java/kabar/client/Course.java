package kabar.client;

import java.util.HashSet;
import java.util.Set;

/// Up to where the client was told, and whether it was told all. On the loop's thread.
///
/// Cursors are compared for equality only. Nothing but what is told, and where a subscription
/// begins, moves this one.
final class Course {
  private final Set<String> sincePing = new HashSet<>();
  private final Set<String> sinceAnew = new HashSet<>();
  private boolean isBeginningAnew;
  private String cursor;

  Course(String cursor) {
    this.cursor = cursor;
  }

  /// Where to go on, empty if nothing was told yet.
  String cursor() {
    return cursor;
  }

  /// A subscription begins here; whatever was told after it is told again.
  void begins(String where) {
    isBeginningAnew = false;
    cursor = where;
    sincePing.add(where);
  }

  /// Something was told.
  ///
  /// @return false if it was told before
  boolean moves(String where) {
    if (!isBeginningAnew && sinceAnew.remove(where)) {
      cursor = where;
      return false;
    }
    if (isBeginningAnew) {
      sinceAnew.add(where);
    }
    cursor = where;
    sincePing.add(where);
    return true;
  }

  /// A ping leaves.
  void pings() {
    sincePing.clear();
    sincePing.add(cursor);
  }

  /// Whether the answer to the last ping shows that something was not told.
  boolean hasMissed(String told) {
    return !sincePing.contains(told);
  }

  /// A further subscription is asked for on a connection that has one: what is told until it begins
  /// will be told twice.
  void asksAnew() {
    isBeginningAnew = true;
    sinceAnew.clear();
  }

  /// The connection is gone, and with it what was asked for.
  void breaks() {
    isBeginningAnew = false;
    sinceAnew.clear();
    sincePing.clear();
  }
}
