package kabar.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kabar.protocol.Event;
import kabar.protocol.Reply;
import kabar.protocol.Reply.Talk;
import org.jspecify.annotations.Nullable;

/// The conversations of the client's user as far as they are known here. Thread-safe: one lock,
/// held
/// for a few steps, in which nothing is called out of.
final class Mirror {
  private static final Reply.History NOTHING = new Reply.History(List.of(), false);

  private final Map<String, Strand> strands = new HashMap<>();

  /// Names, the one with the newest message first.
  private final List<String> order = new ArrayList<>();

  /// One conversation as a cache keeps it.
  record Kept(Talk talk, Reply.History history, boolean isLoose) {}

  /// The conversations, the one with the newest message first.
  synchronized List<Talk> talks() {
    return order.stream().map(this::strand).map(Strand::talk).toList();
  }

  /// The messages of a conversation.
  synchronized Reply.History messages(String with) {
    var strand = strands.get(with);
    return strand == null ? NOTHING : strand.history();
  }

  /// Forgets everything.
  synchronized void clear() {
    strands.clear();
    order.clear();
  }

  /// Takes what a cache kept.
  synchronized void restore(List<Kept> kept) {
    clear();
    for (var it : kept) {
      var with = it.talk().with().user();
      strands.put(with, Strand.kept(it.talk(), it.history(), it.isLoose()));
      order.add(with);
    }
  }

  /// What a cache should keep: so many conversations with so many messages each, at most.
  synchronized List<Kept> keep(int conversations, int messages) {
    return order.stream()
        .limit(conversations)
        .map(this::strand)
        .map(it -> new Kept(it.talk(), it.history(messages), it.isLoose()))
        .toList();
  }

  /// A message was stored.
  ///
  /// @param me the client's user
  synchronized void posted(Event.Posted posted, String me) {
    var note = posted.note();
    var with = note.from().equals(me) ? note.to() : note.from();
    var strand = strands.get(with);
    if (strand == null) {
      strands.put(with, Strand.told(with, note));
    } else {
      strand.tell(note);
    }
    order.remove(with);
    order.addFirst(with);
  }

  /// A conversation was read up to a message.
  synchronized void marked(String with, String upTo) {
    var strand = strands.get(with);
    if (strand != null) {
      strand.mark(upTo);
    }
  }

  /// The same, which the server does not know yet.
  ///
  /// @return false if it is known to be read that far already
  synchronized boolean markedAhead(String with, String upTo) {
    var strand = strands.get(with);
    return strand == null || strand.markAhead(upTo);
  }

  /// What the server's list of conversations says.
  synchronized void listed(List<Talk> talks) {
    for (var talk : talks) {
      var with = talk.with().user();
      var strand = strands.get(with);
      if (strand == null) {
        strands.put(with, Strand.listed(talk));
        order.add(with);
      } else {
        strand.merge(talk);
      }
    }
  }

  /// As `listed`, where the newest ones are enough: of others nothing better will be known.
  synchronized void listedNewest(List<Talk> talks) {
    listed(talks);
    var listed = talks.stream().map(talk -> talk.with().user()).collect(Collectors.toSet());
    strands.forEach(
        (with, strand) -> {
          if (!listed.contains(with)) {
            strand.trust();
          }
        });
  }

  /// Messages of a conversation directly before one were read.
  synchronized void prepended(String with, String before, Reply.History older) {
    var strand = strands.get(with);
    if (strand != null) {
      strand.prepend(before, older);
    }
  }

  /// The id of the oldest message of a conversation that may have older ones; empty if it has none.
  synchronized Optional<String> oldestId(String with) {
    return Optional.ofNullable(strands.get(with)).filter(Strand::hasOlder).map(Strand::oldestId);
  }

  /// The first conversation of which fewer messages than that are known, though there may be more.
  synchronized Optional<String> shorterThan(int messages, List<String> but) {
    return order.stream()
        .filter(with -> isShort(strands.get(with), messages) && !but.contains(with))
        .findFirst();
  }

  /// Whether the list of conversations should be read again.
  synchronized boolean isUncertain() {
    return strands.values().stream().anyMatch(Strand::isUncertain);
  }

  private static boolean isShort(@Nullable Strand strand, int messages) {
    return strand != null && strand.hasOlder() && strand.size() < messages;
  }

  private Strand strand(String with) {
    return Objects.requireNonNull(strands.get(with));
  }
}
