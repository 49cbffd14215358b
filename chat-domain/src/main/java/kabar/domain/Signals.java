package kabar.domain;

import java.util.concurrent.CompletionStage;
import kabar.api.fanout.Fanout;
import kabar.api.fanout.Hint;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// What users tell each other that is of the moment: that they are typing, or away. Nothing of it
/// is stored.
final class Signals {
  private static final int MOST_TYPING = 10_000;

  private final Fanout fanout;
  private final Clockwork clockwork;
  private final Addressees addressees;
  private final Presence presence;
  private final TypingPace typingPace = new TypingPace(MOST_TYPING);

  Signals(Surroundings around, Addressees addressees, Presence presence) {
    this.fanout = around.fanout();
    this.clockwork = around.clockwork();
    this.addressees = addressees;
    this.presence = presence;
  }

  /// Tells somebody that a message to them is being written, once a second at most.
  CompletionStage<Reply> type(String to, Session session) {
    return addressees
        .contain(to)
        .thenApply(
            isReached -> {
              if (!isReached) {
                return Reply.Refused.because(Reason.UNKNOWN_USER);
              }
              if (typingPace.mayTell(session.user(), to, clockwork.nanos())) {
                fanout.publish(new Hint.Typing(session.user(), to));
              }
              return new Reply.Done();
            });
  }

  /// Lets everybody know whether a user is at hand. Refused are what the server decides by itself,
  /// and a text that breaks the rule.
  CompletionStage<Reply> say(Command.SetPresence asked, Session session) {
    if (asked.presence() == Availability.OFFLINE) {
      return Router.done(
          new Reply.Refused(
              Reason.INVALID_PARAMETER,
              "state: cannot use 'offline' (expected online or away: who is offline, the server"
                  + " decides)"));
    }
    var fault = PresenceText.fault(asked.text());
    if (fault.isPresent()) {
      return Router.done(fault.get());
    }
    presence.says(session, new Standing(asked.presence(), asked.text()));
    return Router.done(new Reply.Done());
  }
}
