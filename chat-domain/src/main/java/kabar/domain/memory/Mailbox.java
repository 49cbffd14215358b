package kabar.domain.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kabar.api.store.Message;

/// All messages of one user. Written under the store's commit lock; timelines are read without.
final class Mailbox {
  private final Timeline received = new Timeline();
  private final Timeline all = new Timeline();
  private final Map<String, Timeline> conversations = new ConcurrentHashMap<>();

  /// What the user sent under a key. Guarded by the commit lock, also for reading.
  private final Map<String, Message> keyed = new HashMap<>();

  /// Messages to the user.
  Timeline received() {
    return received;
  }

  /// Messages from and to the user.
  Timeline all() {
    return all;
  }

  /// Messages between the user and another, if there are any.
  Optional<Timeline> conversation(String with) {
    return Optional.ofNullable(conversations.get(with));
  }

  /// The message that the user sent under a key; none if the key is empty.
  Optional<Message> sentUnder(String key) {
    return Optional.ofNullable(keyed.get(key));
  }

  /// Files a message of this user's in their own and the receiver's mailbox, which may be the same.
  void send(Message message, Mailbox receiver) {
    if (!message.key().isEmpty()) {
      keyed.put(message.key(), message);
    }
    conversationWith(receiver, message).add(message);
    receiver.received.add(message);
    all.add(message);
    if (receiver != this) {
      receiver.all.add(message);
    }
  }

  /// The one timeline of both: either side finds it under the other's name.
  private Timeline conversationWith(Mailbox receiver, Message message) {
    var known = conversations.get(message.to());
    if (known != null) {
      return known;
    }
    var begun = new Timeline();
    conversations.put(message.to(), begun);
    receiver.conversations.put(message.from(), begun);
    return begun;
  }
}
