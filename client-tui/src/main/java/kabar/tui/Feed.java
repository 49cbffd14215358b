package kabar.tui;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kabar.client.ConnectionState;
import kabar.client.News;
import kabar.client.OutboxEntry;
import kabar.protocol.Reply.Note;
import kabar.tui.print.Messages;
import kabar.tui.words.Phrase;

/// What `kabar tail` makes of what happens: prints the messages that are wanted, says how the
/// connection stands, and remembers how far it has come.
final class Feed {
  private final Errand errand;
  private final Messages messages;
  private final Wanted wanted;
  private final Optional<Position> position;
  private final Set<String> printedBefore = new HashSet<>();
  private boolean isOffline;
  private boolean hasBegun;
  private int printed;

  /// @param position where it is remembered how far it has come; empty if it need not be
  /// @param hasBegun whether it goes on from somewhere, so that a gap would be one
  Feed(
      Errand errand,
      Messages messages,
      Wanted wanted,
      Optional<Position> position,
      boolean hasBegun) {
    this.errand = errand;
    this.messages = messages;
    this.wanted = wanted;
    this.position = position;
    this.hasBegun = hasBegun;
  }

  /// Which messages are printed.
  ///
  /// @param me who looks
  /// @param with the only conversation that counts, empty for all
  /// @param isOwn whether what I send myself, from wherever, is printed, too
  /// @param most after how many it is enough
  record Wanted(String me, String with, boolean isOwn, int most) {

    private boolean contains(Note note) {
      var other = note.from().equals(me) ? note.to() : note.from();
      return (with.isEmpty() || with.equals(other)) && (isOwn || note.to().equals(me));
    }
  }

  /// Prints a message that is from before the feed began, which may come again.
  void printBefore(Note note) throws IOException {
    printedBefore.add(note.id());
    print(note);
  }

  /// Whether enough was printed.
  boolean isOver() {
    return printed >= wanted.most();
  }

  /// Takes notice of something.
  ///
  /// @throws NotDoneException if nothing more will come
  /// @throws IOException if it cannot be printed or remembered
  void take(News news) throws NotDoneException, IOException {
    switch (news) {
      case News.StateChanged(var state) -> take(state);
      case News.Posted(var note, var cursor) -> {
        if (!printedBefore.remove(note.id())) {
          print(note);
        }
        remember(cursor);
      }
      case News.Marked(_, _, var cursor) -> remember(cursor);
      case News.Reset(var cursor) -> begin(cursor);
      case News.OutboxChanged(var entry) -> take(entry);
      case News.Trouble(var what) -> errand.printer().note(what);
      case News.Presences _, News.Typing _, News.Reloaded _ -> {}
    }
  }

  private void print(Note note) throws IOException {
    if (wanted.contains(note) && !isOver()) {
      messages.print(note);
      printed++;
    }
  }

  private void take(ConnectionState state) throws NotDoneException {
    switch (state) {
      case ConnectionState.Offline offline -> {
        isOffline = true;
        errand.printer().note(Setback.sentence(errand, offline));
      }
      case ConnectionState.Refused refused -> throw Setback.end(errand, refused);
      case ConnectionState.Online _ -> {
        if (isOffline) {
          errand.printer().note(errand.say(Phrase.ONLINE_AGAIN));
        }
        isOffline = false;
      }
      case ConnectionState.Idle _, ConnectionState.Connecting _ -> {}
    }
  }

  private void take(OutboxEntry entry) {
    if (entry.standing() instanceof OutboxEntry.Standing.Failed(var reason, var detail)) {
      errand.printer().note(entry.key() + ": " + errand.sentences().refusal(reason, detail));
    }
  }

  /// The first time this is where it begins; later it is a gap.
  private void begin(String cursor) throws IOException {
    if (hasBegun) {
      errand.printer().note(errand.say(Phrase.MISSED));
    }
    hasBegun = true;
    remember(cursor);
  }

  private void remember(String cursor) throws IOException {
    if (position.isPresent()) {
      position.get().write(cursor);
    }
  }
}
