package kabar.server.operation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import kabar.api.store.Account;
import kabar.api.store.Append;
import kabar.api.store.NewMessage;
import kabar.api.store.Store;
import kabar.domain.Transfer;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.print.JsonLine;
import kabar.server.control.RefusedException;

/// One import on its way: takes line by line, and has a few messages under way in the store.
final class ImportPassage {
  private static final int MOST_UNDER_WAY = 256;
  private static final int MOST_NAMES = 100_000;

  private final Store store;
  private final Transfer transfer;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  /// Names that are known to be somebody's, and stay so.
  private final Set<String> names = new HashSet<>();

  private String incarnation = "";
  private boolean isEnded;
  private long lastId;
  private long accounts;
  private long accountsLeft;
  private long messages;
  private long messagesLeft;
  private long markers;

  ImportPassage(Site site) {
    this.store = site.store();
    this.transfer = site.administration().transfer();
  }

  /// A message on its way into the store, and the key that it has if its own is taken.
  private record UnderWay(NewMessage message, String otherKey, CompletionStage<Append> outcome) {}

  /// @throws RefusedException with what is wrong, to be read after "line 7"
  void take(String text) {
    var line = parsed(text);
    var type = text(line, "type");
    if (isEnded) {
      throw new RefusedException("stands behind the end (expected nothing there)");
    }
    if (incarnation.isEmpty() && !type.equals(Archive.HEAD)) {
      throw new RefusedException(
          "is no beginning of an export (expected \"type\":\"%s\")".formatted(Archive.HEAD));
    }
    switch (type) {
      case Archive.HEAD -> begin(line);
      case Archive.ACCOUNT -> addAccount(line);
      case Archive.MESSAGE -> addMessage(line);
      case Archive.MARKER -> mark(line);
      case Archive.END -> isEnded = true;
      default ->
          throw new RefusedException(
              "has the unknown type '%s' (expected account, message, marker or end)"
                  .formatted(type));
    }
  }

  /// @throws RefusedException if the file has not come to its end
  void requireEnd() {
    if (!isEnded) {
      throw new RefusedException("is the last, and not the end of an export (is it cut off?)");
    }
  }

  /// Waits until all that was taken is stored.
  void settle() {
    while (!underWay.isEmpty()) {
      settleOne();
    }
  }

  String summary() {
    return ("Imported %,d accounts, %,d messages and %,d markers; here already were %,d accounts and"
            + " %,d messages.")
        .formatted(accounts, messages, markers, accountsLeft, messagesLeft);
  }

  private void begin(JsonLine line) {
    if (!incarnation.isEmpty()) {
      throw new RefusedException("begins a second export (expected one in a file)");
    }
    if (line.number("format").orElse(0) != Archive.FORMAT) {
      throw new RefusedException(
          "is of another format (expected format %d)".formatted(Archive.FORMAT));
    }
    if (!text(line, "of").equals("all")) {
      throw new RefusedException(
          "is of the data of one user (expected what kabard export --all wrote)");
    }
    var found = text(line, "incarnation");
    if (found.equals(store.cursor().incarnation())) {
      throw new RefusedException("says that this very server wrote it (expected another's export)");
    }
    if (!found.matches("[a-z0-9]{1,16}")) {
      throw new RefusedException("has no incarnation (expected 1 to 16 of a-z and 0-9)");
    }
    incarnation = found;
  }

  private void addAccount(JsonLine line) {
    var account =
        new Account(
            text(line, "user"),
            text(line, "name"),
            text(line, "country"),
            text(line, "hash"),
            state(line),
            instant(line, "created"));
    var reply = Awaited.of(transfer.addAccount(account));
    if (reply instanceof Reply.Refused refused) {
      if (refused.reason() != Reason.NAME_TAKEN) {
        throw refusal(refused);
      }
      accountsLeft++;
    } else {
      accounts++;
    }
  }

  private void addMessage(JsonLine line) {
    var otherKey = "import-%s-%d".formatted(incarnation, number(line, "id"));
    var key = text(line, "key");
    var message =
        new NewMessage(
            known(text(line, "from")),
            known(text(line, "to")),
            text(line, "text"),
            key.isEmpty() ? otherKey : key,
            instant(line, "at"));
    transfer
        .fault(message)
        .ifPresent(
            fault -> {
              throw refusal(fault);
            });
    underWay.add(new UnderWay(message, otherKey, store.append(message)));
    if (underWay.size() == MOST_UNDER_WAY) {
      settleOne();
    }
  }

  /// A sender may have used the key here for something else: then the message gets another.
  private void settleOne() {
    var first = underWay.remove();
    switch (Awaited.of(first.outcome())) {
      case Append.Stored(var message) -> {
        messages++;
        lastId = message.id();
      }
      case Append.Repeated(var message) -> {
        messagesLeft++;
        lastId = message.id();
      }
      case Append.Conflict() -> again(first);
    }
  }

  private void again(UnderWay refused) {
    var message = refused.message();
    if (message.key().equals(refused.otherKey())) {
      throw new RefusedException(
          "or one before it differs from what was imported from there earlier (expected the same)");
    }
    var renamed =
        new NewMessage(
            message.from(), message.to(), message.text(), refused.otherKey(), message.at());
    underWay.addFirst(new UnderWay(renamed, refused.otherKey(), store.append(renamed)));
    settleOne();
  }

  /// It stands behind the last message that it has seen, whatever id that has here.
  private void mark(JsonLine line) {
    settle();
    var user = known(text(line, "user"));
    Awaited.of(store.mark(user, known(text(line, "with")), lastId));
    markers++;
  }

  private String known(String name) {
    if (!names.contains(name)) {
      if (Awaited.of(store.account(name)).isEmpty()) {
        throw new RefusedException(
            "is about '%s', who has no account (expected accounts before all else)"
                .formatted(name));
      }
      if (names.size() < MOST_NAMES) {
        names.add(name);
      }
    }
    return name;
  }

  private static JsonLine parsed(String text) {
    try {
      return JsonLine.parse(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("is " + e.getMessage());
    }
  }

  private static Account.State state(JsonLine line) {
    var word = text(line, "state");
    for (var state : Account.State.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
        return state;
      }
    }
    throw new RefusedException(
        "has the unknown state '%s' (expected active, disabled or deleted)".formatted(word));
  }

  private static String text(JsonLine line, String key) {
    return line.text(key)
        .orElseThrow(
            () -> new RefusedException("has no text \"%s\" (expected one)".formatted(key)));
  }

  private static long number(JsonLine line, String key) {
    return line.number(key)
        .orElseThrow(
            () -> new RefusedException("has no number \"%s\" (expected one)".formatted(key)));
  }

  private static Instant instant(JsonLine line, String key) {
    var text = text(line, key);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new RefusedException(
          "cannot use '%s' as \"%s\" (expected a time as 2026-11-24T09:41:00Z)"
              .formatted(text, key));
    }
  }

  private static RefusedException refusal(Reply.Refused refused) {
    return new RefusedException(
        "breaks a rule: "
            + (refused.detail().isEmpty() ? refused.reason().word() : refused.detail()));
  }
}
