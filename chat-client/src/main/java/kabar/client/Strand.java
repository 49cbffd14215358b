package kabar.client;

import java.util.ArrayList;
import java.util.List;
import kabar.protocol.Profile;
import kabar.protocol.Reply.History;
import kabar.protocol.Reply.Note;
import kabar.protocol.Reply.Talk;
import org.jspecify.annotations.Nullable;

/// One conversation as it is known here: the newest messages without a gap, at least one. Not
/// thread-safe.
///
/// Ids are compared for equality only, so that the order is that in which messages were told. What
/// was read from the server at some moment, and not told, is *loose*: something told later may be
/// older than all of it. Being told one of its messages, or a newer one where nothing older is
/// missing, fixes it.
final class Strand {
  /// More is not kept in memory.
  private static final int MOST = 2_000;

  private static final int MOST_DIFFERENCES = 5;

  private final List<Note> notes = new ArrayList<>();
  private Profile with;
  private @Nullable History whole;
  private boolean hasOlder = true;
  private boolean isLoose;
  private boolean isUncertain;
  private int differences;
  private long unread;
  private String marker = "";

  private Strand(Profile with) {
    this.with = with;
  }

  /// What the server's list of conversations says.
  static Strand listed(Talk talk) {
    var strand = new Strand(talk.with());
    strand.notes.add(talk.last());
    strand.isLoose = true;
    strand.unread = talk.unread();
    strand.marker = talk.marker();
    return strand;
  }

  /// A conversation of which only this was told: its other side's display name is not known yet.
  static Strand told(String with, Note note) {
    var strand = new Strand(new Profile(with, with, ""));
    strand.notes.add(note);
    strand.isUncertain = true;
    strand.count(note);
    return strand;
  }

  /// What a cache kept, perhaps while its counts were in doubt.
  static Strand kept(Talk talk, History history, boolean isLoose) {
    var strand = listed(talk);
    strand.isLoose = isLoose;
    strand.isUncertain = true;
    if (!history.notes().isEmpty()) {
      strand.notes.clear();
      strand.notes.addAll(history.notes());
      strand.hasOlder = history.more();
    }
    return strand;
  }

  /// A message was stored.
  void tell(Note note) {
    if (indexOf(note.id()) >= 0) {
      isLoose = false;
      return;
    }
    if (isLoose && hasOlder) {
      // It may be one of those that were counted in the list.
      notes.clear();
      isUncertain = true;
    }
    isLoose = false;
    whole = null;
    notes.add(note);
    count(note);
    if (notes.size() > MOST) {
      notes.removeFirst();
      hasOlder = true;
    }
  }

  /// Messages directly before the oldest one were read.
  void prepend(String before, History older) {
    if (notes.getFirst().id().equals(before)) {
      whole = null;
      notes.addAll(0, older.notes());
      hasOlder = older.more();
    }
  }

  /// It was read up to a message.
  void mark(String upTo) {
    int read = indexOf(upTo);
    marker = upTo;
    if (read < 0) {
      isUncertain = true;
    } else {
      unread = notes.subList(read + 1, notes.size()).stream().filter(this::isFromOther).count();
    }
  }

  /// It was read up to a message here, which the server does not know yet. A marker never goes
  /// back.
  ///
  /// @return false if the marker is known to be there or further already
  boolean markAhead(String upTo) {
    int read = indexOf(upTo);
    if (read >= 0 && read <= indexOf(marker)) {
      return false;
    }
    if (read >= 0) {
      mark(upTo);
    }
    return true;
  }

  /// What the server's list of conversations says of one that is known. Its counts are of some
  /// moment: they are taken where the newest message and the marker are the same, or if it says the
  /// same again and again.
  void merge(Talk talk) {
    with = talk.with();
    if (isOfNow(talk) || ++differences >= MOST_DIFFERENCES) {
      marker = talk.marker();
      unread = talk.unread();
      trust();
    }
  }

  /// What is known is taken to be right.
  void trust() {
    isUncertain = false;
    differences = 0;
  }

  /// Whether the counts or the display name may be wrong, so that the list has to be read again.
  boolean isUncertain() {
    return isUncertain;
  }

  boolean isLoose() {
    return isLoose;
  }

  boolean hasOlder() {
    return hasOlder;
  }

  int size() {
    return notes.size();
  }

  String oldestId() {
    return notes.getFirst().id();
  }

  Talk talk() {
    return new Talk(with, notes.getLast(), unread, marker);
  }

  /// All of them; the same list as long as nothing changes.
  History history() {
    var taken = whole;
    if (taken == null) {
      taken = history(Integer.MAX_VALUE);
      whole = taken;
    }
    return taken;
  }

  /// The newest ones, at most so many.
  History history(int most) {
    int from = Math.max(0, notes.size() - most);
    return new History(notes.subList(from, notes.size()), hasOlder || from > 0);
  }

  private boolean isOfNow(Talk talk) {
    return talk.last().id().equals(notes.getLast().id())
        && (marker.isEmpty() || marker.equals(talk.marker()));
  }

  private void count(Note note) {
    if (isFromOther(note)) {
      unread++;
    }
  }

  private boolean isFromOther(Note note) {
    return note.from().equals(with.user()) && !note.from().equals(note.to());
  }

  /// The newest are looked for most.
  private int indexOf(String id) {
    int index = notes.size() - 1;
    while (index >= 0 && !notes.get(index).id().equals(id)) {
      index--;
    }
    return index;
  }
}
