package kabar.domain.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kabar.api.store.Change;
import kabar.api.store.Conversation;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.Page;

/// All messages and markers of one user. Written under the journal's lock, read without.
final class Mailbox {
  private static final Comparator<Conversation> NEWEST_FIRST =
      Comparator.comparingLong((Conversation it) -> it.last().id()).reversed();

  private final String user;
  private final Timeline received = new Timeline();
  private final Timeline all = new Timeline();
  private final Map<String, Timeline> conversations = new ConcurrentHashMap<>();
  private final Markers markers = new Markers();

  /// What the user sent under a key. Guarded by the journal's lock, also for reading.
  private final Map<String, Message> keyed = new HashMap<>();

  Mailbox(String user) {
    this.user = user;
  }

  /// Messages to the user.
  Timeline received() {
    return received;
  }

  /// Messages between the user and another, if there are any.
  Optional<Timeline> conversation(String with) {
    return Optional.ofNullable(conversations.get(with));
  }

  Markers markers() {
    return markers;
  }

  /// The message that the user sent under a key; none if the key is empty.
  Optional<Message> sentUnder(String key) {
    return Optional.ofNullable(keyed.get(key));
  }

  /// Conversations whose newest message is before an id, the one with the newest first.
  Page<Conversation> conversations(long before, int limit) {
    var found =
        conversations.entrySet().stream()
            .flatMap(it -> conversation(it.getKey(), it.getValue()).stream())
            .filter(it -> it.last().id() < before)
            .sorted(NEWEST_FIRST)
            .toList();
    return firstOf(found, limit);
  }

  /// Messages from and to the user, and moves of markers, after one position and not after another.
  Page<Change> changes(long after, long upTo, int limit) {
    var messages = all.between(after, upTo, limit);
    var changes = new ArrayList<Change>();
    messages.items().forEach(it -> changes.add(new Change.Sent(it)));
    markers.between(after, upTo).forEach(it -> changes.add(new Change.Read(it)));
    if (changes.size() > messages.items().size()) {
      changes.sort(Comparator.comparingLong(Change::position));
    }
    var page = firstOf(changes, limit);
    return new Page<>(page.items(), page.more() || messages.more());
  }

  /// Files a message of this user's in their own and the receiver's mailbox, which may be the same.
  void send(Message message, Mailbox receiver) {
    if (!message.key().isEmpty()) {
      keyed.put(message.key(), message);
    }
    conversationWith(receiver).add(message);
    receiver.received.add(message);
    all.add(message);
    if (receiver != this) {
      receiver.all.add(message);
    }
  }

  /// Removes what was sent before a message of this user's and that one, where it was filed.
  void remove(Message message, Mailbox receiver) {
    if (!message.key().isEmpty()) {
      keyed.remove(message.key());
    }
    Stream.of(receiver.received, all, receiver.all).forEach(it -> it.removeUpTo(message.id()));
    var conversation = conversationWith(receiver);
    conversation.removeUpTo(message.id());
    if (conversation.size() == 0) {
      conversations.remove(receiver.user);
      receiver.conversations.remove(user);
    }
  }

  /// The one timeline of both: either side finds it under the other's name.
  private Timeline conversationWith(Mailbox receiver) {
    var known = conversations.get(receiver.user);
    if (known != null) {
      return known;
    }
    var begun = new Timeline();
    conversations.put(receiver.user, begun);
    receiver.conversations.put(user, begun);
    return begun;
  }

  /// A conversation as this user sees it; none if it has just begun or was purged.
  private Optional<Conversation> conversation(String with, Timeline messages) {
    long read = markers.with(with).map(Marker::upTo).orElse(0L);
    long unread = with.equals(user) ? 0 : messages.count(with, read);
    return messages.last().map(last -> new Conversation(with, last, unread, read));
  }

  private static <T> Page<T> firstOf(List<T> list, int limit) {
    return limit < list.size() ? new Page<>(list.subList(0, limit), true) : new Page<>(list, false);
  }
}
