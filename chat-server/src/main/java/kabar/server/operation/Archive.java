package kabar.server.operation;

import java.time.Instant;
import java.util.Locale;
import kabar.api.store.Account;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.StoredSession;
import kabar.protocol.print.JsonLine;

/// The format of an export: a JSON object a line, each with a `type`. docs/operating.md describes
/// it.
final class Archive {
  static final long FORMAT = 1;
  static final String HEAD = "kabar-export";
  static final String ACCOUNT = "account";
  static final String MESSAGE = "message";
  static final String MARKER = "marker";
  static final String SESSION = "session";
  static final String END = "end";

  private Archive() {}

  /// The first line.
  static JsonLine head(String of, String incarnation, Instant at) {
    return line(HEAD)
        .with("format", FORMAT)
        .with("of", of)
        .with("incarnation", incarnation)
        .with("at", at.toString());
  }

  /// An account without its hash.
  static JsonLine profile(Account account) {
    return line(ACCOUNT)
        .with("user", account.user())
        .with("name", account.displayName())
        .with("country", account.country())
        .with("state", account.state().name().toLowerCase(Locale.ROOT))
        .with("created", account.createdAt().toString());
  }

  static JsonLine account(Account account) {
    return profile(account).with("hash", account.passwordHash());
  }

  static JsonLine message(Message message) {
    return line(MESSAGE)
        .with("id", message.id())
        .with("from", message.from())
        .with("to", message.to())
        .with("text", message.text())
        .with("key", message.key())
        .with("at", message.at().toString());
  }

  static JsonLine marker(Marker marker) {
    return line(MARKER)
        .with("user", marker.user())
        .with("with", marker.with())
        .with("upTo", marker.upTo());
  }

  /// A session without its token, even its hash.
  static JsonLine session(StoredSession session) {
    return line(SESSION)
        .with("device", session.device())
        .with("created", session.createdAt().toString())
        .with("used", session.lastUse().at().toString())
        .with("transport", session.lastUse().transport())
        .with("address", session.lastUse().address())
        .with("boundTo", session.boundTo());
  }

  static JsonLine line(String type) {
    return JsonLine.of("type", type);
  }
}
