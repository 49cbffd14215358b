package kabar.client;

import java.util.LinkedHashMap;
import java.util.Map;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// How far conversations were read here, until the server knows. On the loop's thread.
final class Bookmarks {
  private final Asking server;
  private final Runnable told;
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private boolean isOnline;
  private boolean isAsking;

  /// @param told is run when there is less to tell
  Bookmarks(Asking server, Runnable told) {
    this.server = server;
    this.told = told;
  }

  /// What the server does not know yet: the newest message that was read, by conversation.
  Map<String, String> waiting() {
    return new LinkedHashMap<>(waiting);
  }

  void restore(Map<String, String> kept) {
    waiting.putAll(kept);
  }

  void clear() {
    waiting.clear();
  }

  /// A conversation was read up to a message.
  void set(String with, String upTo) {
    waiting.put(with, upTo);
    go();
  }

  /// The client is online.
  void begin() {
    isOnline = true;
    go();
  }

  /// The connection is gone.
  void end() {
    isOnline = false;
    isAsking = false;
  }

  /// Tries again what the server could not do.
  void tend() {
    go();
  }

  private void go() {
    if (!isOnline || isAsking || waiting.isEmpty()) {
      return;
    }
    var next = waiting.entrySet().iterator().next();
    var with = next.getKey();
    var upTo = next.getValue();
    isAsking = true;
    Futures.onSuccess(
        server.ask(new Command.Read(with, upTo)), reply -> answered(with, upTo, reply));
  }

  /// What the server refuses for good is forgotten: it would be refused again.
  private void answered(String with, String upTo, Reply reply) {
    isAsking = false;
    if (isPassing(reply)) {
      return;
    }
    waiting.remove(with, upTo);
    told.run();
    go();
  }

  private static boolean isPassing(Reply reply) {
    return reply instanceof Reply.Failed
        || (reply instanceof Reply.Refused refused
            && (refused.reason() == Reason.UNAVAILABLE
                || refused.reason() == Reason.TOO_FAST
                || refused.reason() == Reason.LOGIN_REQUIRED));
  }
}
