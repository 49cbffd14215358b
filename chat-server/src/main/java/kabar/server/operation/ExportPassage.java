package kabar.server.operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kabar.api.store.Account;
import kabar.api.store.Conversation;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Store;
import kabar.server.control.Dialogue;

/// One export on its way. What is stored after its beginning is left out, so that it ends on a busy
/// server, too.
///
/// Messages pass through a page at a time. Markers are kept in memory, a few dozen bytes each: each
/// stands behind the last message that it has seen, which is how an import knows its site among
/// messages that get other ids.
final class ExportPassage {
  private static final int PAGE = 500;

  private final Site site;
  private final Store store;
  private final Dialogue dialogue;
  private final Predicate<Message> isWanted;
  private final long end;
  private final List<Marker> markers = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private long accounts;
  private long messages;

  ExportPassage(Site site, Dialogue dialogue, Predicate<Message> isWanted) {
    this.site = site;
    this.store = site.store();
    this.dialogue = dialogue;
    this.isWanted = isWanted;
    this.end = store.cursor().position();
  }

  void everything() {
    writeHead("all");
    Page<Account> page;
    var after = "";
    do {
      page = Awaited.of(store.accounts(after, PAGE));
      for (var account : page.items()) {
        dialogue.row(Archive.account(account));
        accounts++;
        collectMarkers(account.user());
        after = account.user();
      }
    } while (page.more());
    writeMessages();
  }

  void everythingOf(Account account) {
    writeHead("user");
    dialogue.row(Archive.profile(account));
    accounts++;
    Awaited.of(store.sessions(account.user())).forEach(it -> dialogue.row(Archive.session(it)));
    collectMarkers(account.user());
    writeMessages();
  }

  private void writeHead(String of) {
    dialogue.row(Archive.head(of, store.cursor().incarnation(), site.clock().instant()));
  }

  /// A conversation that gets a message meanwhile moves to the front and may be missed: large pages
  /// make that rare, and without its marker its messages are only unread again.
  private void collectMarkers(String user) {
    Page<Conversation> page;
    long before = Long.MAX_VALUE;
    do {
      page = Awaited.of(store.conversations(user, before, PAGE));
      for (var conversation : page.items()) {
        if (conversation.marker() > 0) {
          markers.add(
              new Marker(shared(user), shared(conversation.with()), conversation.marker(), 0));
        }
        before = conversation.last().id();
      }
    } while (page.more());
  }

  /// One copy of a name for all markers.
  private String shared(String name) {
    return names.computeIfAbsent(name, it -> it);
  }

  private void writeMessages() {
    markers.sort(Comparator.comparingLong(Marker::upTo));
    var waiting = new ArrayDeque<>(markers);
    var progress = dialogue.progress();
    Page<Message> page;
    long after = 0;
    do {
      page = Awaited.of(store.log(after, PAGE));
      for (var message : page.items()) {
        writeMarkersBefore(Math.min(message.id(), end + 1), waiting);
        writeIfWanted(message);
        after = message.id();
      }
      progress.at(Math.min(after, end), end);
    } while (page.more() && after < end);
    writeMarkersBefore(Long.MAX_VALUE, waiting);
    writeEnd();
  }

  private void writeIfWanted(Message message) {
    if (message.id() <= end && isWanted.test(message)) {
      dialogue.row(Archive.message(message));
      messages++;
    }
  }

  private void writeMarkersBefore(long id, Deque<Marker> waiting) {
    while (!waiting.isEmpty() && waiting.element().upTo() < id) {
      dialogue.row(Archive.marker(waiting.remove()));
    }
  }

  private void writeEnd() {
    dialogue.row(
        Archive.line(Archive.END)
            .with("accounts", accounts)
            .with("messages", messages)
            .with("markers", markers.size()));
  }
}
