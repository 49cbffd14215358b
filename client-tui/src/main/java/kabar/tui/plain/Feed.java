package kabar.tui.plain;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kabar.client.ConnectionState;
import kabar.client.News;
import kabar.client.OutboxEntry;
import kabar.protocol.Reply.Note;
import kabar.tui.print.Messages;
import kabar.tui.print.Printer;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;
import org.jspecify.annotations.Nullable;

/// What is printed of what happens: the messages that are wanted, and how the connection stands.
public final class Feed {
  private final Voice voice;
  private final Wanted wanted;
  private final Place place;
  private final Set<String> known = new HashSet<>();
  private ConnectionState.@Nullable Refused refusal;
  private boolean isOffline;
  private boolean hasBegun;
  private int printed;

  /// @param place is told how far it has come
  /// @param hasBegun whether it goes on from somewhere, so that a gap would be one
  public Feed(Voice voice, Wanted wanted, Place place, boolean hasBegun) {
    this.voice = voice;
    this.wanted = wanted;
    this.place = place;
    this.hasBegun = hasBegun;
  }

  /// How it prints.
  ///
  /// @param isCalm whether a lost connection is told once, not at each attempt
  public record Voice(Sentences sentences, Printer printer, Messages messages, boolean isCalm) {}

  /// Which messages are printed.
  ///
  /// @param me who looks
  /// @param with the only conversation that counts, empty for all
  /// @param isOwn whether what I send myself, from wherever, is printed, too
  /// @param most after how many it is enough
  public record Wanted(String me, String with, boolean isOwn, int most) {

    private boolean contains(Note note) {
      var other = note.from().equals(me) ? note.to() : note.from();
      return (with.isEmpty() || with.equals(other)) && (isOwn || note.to().equals(me));
    }
  }

  /// Where it is remembered how far a feed has come.
  @FunctionalInterface
  public interface Place {
    /// For a feed of which that need not be known.
    Place NONE = _ -> {};

    /// All up to a cursor was printed.
    void reached(String cursor) throws IOException;
  }

  /// Prints a message that is from before the feed began, which may come again.
  public void printBefore(Note note) throws IOException {
    known.add(note.id());
    print(note);
  }

  /// Passes a message over when it comes: whoever reads has written it.
  ///
  /// @param key the client's own name for it
  public void knowsAlready(String key) {
    known.add(key);
  }

  /// Whether nothing more is printed: there was enough, or nothing more will come.
  public boolean isOver() {
    return refusal != null || printed >= wanted.most();
  }

  /// Why nothing more will come, empty if it may.
  public Optional<ConnectionState.Refused> refusal() {
    return Optional.ofNullable(refusal);
  }

  /// Takes notice of something.
  ///
  /// @param waiting how many messages are in the outbox
  /// @throws IOException if it cannot be printed or remembered
  public void take(News news, int waiting) throws IOException {
    switch (news) {
      case News.StateChanged(var state) -> take(state, waiting);
      case News.Posted(var note, var cursor) -> {
        if (!known.remove(note.id()) && !known.remove(note.key())) {
          print(note);
        }
        place.reached(cursor);
      }
      case News.Marked(_, _, var cursor) -> place.reached(cursor);
      case News.Reset(var cursor) -> begin(cursor);
      case News.OutboxChanged(var entry) -> take(entry);
      case News.Trouble(var what) -> voice.printer().note(what);
      case News.Presences _, News.Typing _, News.Reloaded _ -> {}
    }
  }

  private void print(Note note) throws IOException {
    if (wanted.contains(note) && !isOver()) {
      voice.messages().print(note);
      printed++;
    }
  }

  private void take(ConnectionState state, int waiting) {
    switch (state) {
      case ConnectionState.Offline offline -> {
        lost(offline, waiting);
        isOffline = true;
      }
      case ConnectionState.Refused refused -> refusal = refused;
      case ConnectionState.Online(_, var way) -> {
        if (way.isDetour()) {
          voice.printer().noteOnce(voice.sentences().detour(way));
        }
        if (isOffline) {
          say(Phrase.ONLINE_AGAIN);
        }
        isOffline = false;
      }
      case ConnectionState.Idle _, ConnectionState.Connecting _ -> {}
    }
  }

  private void lost(ConnectionState.Offline offline, int waiting) {
    if (!voice.isCalm()) {
      voice.printer().note(voice.sentences().retry(offline));
    } else if (!isOffline) {
      voice.printer().note(voice.sentences().saved(offline.loss(), waiting));
    }
  }

  private void take(OutboxEntry entry) {
    if (entry.standing() instanceof OutboxEntry.Standing.Failed(var reason, var detail)) {
      var why = voice.sentences().refusal(reason, detail);
      voice.printer().note(entry.key() + ": " + why);
    }
  }

  /// The first time this is where it begins; later it is a gap.
  private void begin(String cursor) throws IOException {
    if (hasBegun) {
      say(Phrase.MISSED);
    }
    hasBegun = true;
    place.reached(cursor);
  }

  private void say(Phrase phrase) {
    voice.printer().note(voice.sentences().say(phrase));
  }
}
