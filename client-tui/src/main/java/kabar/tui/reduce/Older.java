package kabar.tui.reduce;

import kabar.protocol.Reply;
import kabar.tui.state.Anchor;
import kabar.tui.state.Conversation;
import kabar.tui.state.Pursuit;
import kabar.tui.state.TuiState;
import kabar.tui.transcript.Viewport;
import kabar.tui.words.Phrase;

/// What is known of the open conversation grows at its end and, when asked for, at its begin.
final class Older {
  private Older() {}

  /// Asks for older messages, once at a time; does nothing if there are none.
  static Next load(TuiState state) {
    var conversation = state.conversation();
    return conversation.isOpen() && conversation.hasOlder() && !conversation.isLoading()
        ? Next.of(
            state.conversation(conversation.loading(true)),
            new Effect.ReadOlder(conversation.with()))
        : Next.of(state);
  }

  /// Goes to the message that so many messages begin with, and loads until it is there.
  static Next reach(TuiState state, int messages) {
    if (!state.conversation().isOpen()) {
      return Remarks.refuse(state, Phrase.NO_CONVERSATION);
    }
    var notes = state.conversation().notes();
    if (notes.size() >= messages || !state.conversation().hasOlder()) {
      return Next.of(
          notes.isEmpty()
              ? settled(state)
              : Scrolling.showing(
                  settled(state), notes.get(Math.max(0, notes.size() - messages)).id()));
    }
    return load(state.lately(state.lately().pursuit(new Pursuit.Reaching(messages))));
  }

  /// The conversation is told anew. What does not fill the screen, or has lost the message at which
  /// the view stands, grows if it can.
  static Next told(TuiState state, String with, Reply.History history) {
    if (!with.equals(state.conversation().with())) {
      return Next.of(state);
    }
    return grown(state.conversation(kept(state.conversation().knowing(history))));
  }

  private static Next grown(TuiState state) {
    boolean isShort =
        state.conversation().anchor() instanceof Anchor.Newest && Viewport.of(state).isAtOldest();
    return state.standing().isOnline() && (isShort || isAdrift(state.conversation()))
        ? load(state)
        : Next.of(state);
  }

  /// Loading is over; goes on with what it was for.
  static Next ended(TuiState state, String with, String problem) {
    if (!with.equals(state.conversation().with())) {
      return Next.of(state);
    }
    var loaded = state.conversation(state.conversation().loading(false));
    if (!problem.isEmpty()) {
      return Remarks.refuse(settled(loaded), Phrase.OLDER_FAILED, problem);
    }
    return switch (loaded.lately().pursuit()) {
      case Pursuit.None _ -> isAdrift(loaded.conversation()) ? grown(loaded) : Next.of(loaded);
      case Pursuit.Searching _ -> Searching.older(settled(loaded));
      case Pursuit.Reaching(int messages) -> reach(loaded, messages);
    };
  }

  /// A view that stood at a message which is nowhere any more goes to the newest one. Where older
  /// messages can be read it may be among them: a client that was not told of all since its start
  /// forgets what it had when it is told of something, and reads it again.
  private static Conversation kept(Conversation conversation) {
    return isAdrift(conversation) && !conversation.hasOlder()
        ? conversation.anchored(new Anchor.Newest())
        : conversation;
  }

  private static boolean isAdrift(Conversation conversation) {
    return conversation.anchor() instanceof Anchor.Row(String id, _)
        && conversation.notes().stream().noneMatch(note -> note.id().equals(id));
  }

  private static TuiState settled(TuiState state) {
    return state.lately(state.lately().pursuit(new Pursuit.None()));
  }
}
