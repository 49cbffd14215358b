package kabar.domain.memory;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kabar.api.Followers;
import kabar.api.store.Append;
import kabar.api.store.Change;
import kabar.api.store.Conversation;
import kabar.api.store.Cursor;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import kabar.api.store.Slice;

/// All messages and markers, in one commit order. Reads take no lock; a write takes one for as long
/// as filing a message lasts.
///
/// Positions are counted from 1. The id of a message is its position, and a marker that moves takes
/// one too.
final class Journal {
  private static final String INCARNATION_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int INCARNATION_LENGTH = 12;

  private final String incarnation = newIncarnation();
  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final Timeline log = new Timeline();
  private final Followers<Change> followers = new Followers<>();
  private final Completions completions = new Completions(followers);

  /// Stands for whatever has no messages.
  private final Timeline nothing = new Timeline();

  /// Stands for whoever has no mailbox.
  private final Mailbox nobody = new Mailbox("");

  /// Guards what is committed: mailboxes, the log, the position, and the order of completions.
  private final Object lock = new Object();

  /// The last position that was taken. Written last: all up to it can be read.
  private volatile long position;

  /// The id of the last message that was purged. Written first: what is missing is up to it.
  private volatile long purged;

  Cursor cursor() {
    return new Cursor(incarnation, position);
  }

  Followers<Change> followers() {
    return followers;
  }

  int size() {
    return log.size();
  }

  CompletionStage<Append> append(NewMessage message) {
    var outcome = new CompletableFuture<Append>();
    synchronized (lock) {
      var append = commit(message);
      completions.add(outcome, append, changes(append));
    }
    completions.run();
    return outcome;
  }

  Page<Message> inbox(String user, Slice slice) {
    return mailbox(user).received().page(slice);
  }

  Page<Message> conversation(String user, String with, Slice slice) {
    return mailbox(user).conversation(with).orElse(nothing).page(slice);
  }

  Page<Message> log(long after, int limit) {
    return log.page(new Slice.After(after, limit));
  }

  Page<Conversation> conversations(String user, long before, int limit) {
    return mailbox(user).conversations(before, limit);
  }

  CompletionStage<Marker> mark(String user, String with, long upTo) {
    var outcome = new CompletableFuture<Marker>();
    synchronized (lock) {
      var mailbox = mailbox(user);
      var standing = mailbox.markers().with(with).orElse(new Marker(user, with, 0, 0));
      long newest = mailbox.conversation(with).flatMap(Timeline::last).map(Message::id).orElse(0L);
      long target = Math.min(upTo, newest);
      if (target <= standing.upTo()) {
        completions.add(outcome, standing, List.of());
      } else {
        var moved = move(mailbox, new Marker(user, with, target, position + 1));
        completions.add(outcome, moved, List.of(new Change.Read(moved)));
      }
    }
    completions.run();
    return outcome;
  }

  void forgetMarkers(String user) {
    synchronized (lock) {
      mailbox(user).markers().clear();
    }
  }

  /// Reads nothing beyond where the journal was when it began: no cursor from here is ahead.
  Replay replay(String user, Cursor after, int limit) {
    var now = cursor();
    if (!after.incarnation().equals(incarnation) || after.position() > now.position()) {
      return new Replay.Reset(now);
    }
    var page = mailbox(user).changes(after.position(), now.position(), limit);
    // Only now: whatever was missing when the page was read is known to be purged.
    if (after.position() < purged) {
      return new Replay.Reset(cursor());
    }
    var next = page.more() ? new Cursor(incarnation, page.items().getLast().position()) : now;
    return new Replay.Continued(page, next);
  }

  int purge(Instant before, int limit) {
    synchronized (lock) {
      var oldest = log.page(new Slice.After(0, limit)).items();
      var old = oldest.stream().takeWhile(it -> it.at().isBefore(before)).toList();
      if (!old.isEmpty()) {
        remove(old);
      }
      return old.size();
    }
  }

  private Append commit(NewMessage message) {
    var sender = mailboxes.computeIfAbsent(message.from(), Mailbox::new);
    var earlier = sender.sentUnder(message.key());
    if (earlier.isPresent()) {
      return repeat(earlier.get(), message);
    }
    var receiver = mailboxes.computeIfAbsent(message.to(), Mailbox::new);
    var stored = stored(position + 1, message);
    sender.send(stored, receiver);
    log.add(stored);
    position = stored.id();
    return new Append.Stored(stored);
  }

  private Marker move(Mailbox mailbox, Marker moved) {
    mailbox.markers().put(moved);
    position = moved.position();
    return moved;
  }

  private static List<Change> changes(Append append) {
    return switch (append) {
      case Append.Stored(var message) -> List.of(new Change.Sent(message));
      case Append.Repeated _, Append.Conflict _ -> List.of();
    };
  }

  private static Append repeat(Message earlier, NewMessage message) {
    var same = earlier.to().equals(message.to()) && earlier.text().equals(message.text());
    return same ? new Append.Repeated(earlier) : new Append.Conflict();
  }

  private static Message stored(long id, NewMessage message) {
    return new Message(
        id, message.from(), message.to(), message.text(), message.key(), message.at());
  }

  private void remove(List<Message> oldest) {
    long last = oldest.getLast().id();
    purged = last;
    oldest.forEach(it -> mailbox(it.from()).remove(it, mailbox(it.to())));
    log.removeUpTo(last);
  }

  private Mailbox mailbox(String user) {
    return Optional.ofNullable(mailboxes.get(user)).orElse(nobody);
  }

  private static String newIncarnation() {
    return new SecureRandom()
        .ints(INCARNATION_LENGTH, 0, INCARNATION_CHARACTERS.length())
        .mapToObj(i -> INCARNATION_CHARACTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
