package kabar.tui.program;

import java.util.function.Consumer;
import kabar.client.ConnectionState;
import kabar.client.News;
import kabar.protocol.Reply.Note;
import kabar.tui.program.Tiding.Stale;
import kabar.tui.reduce.Action;

/// Passes on what the client tells, on the client's thread. Nothing is looked up here: that would
/// cost it again for each of many messages.
final class Reporter implements Consumer<News> {
  private final Mailbox mailbox;

  /// Who it is, as far as it is known.
  private String me;

  Reporter(Mailbox mailbox, String me) {
    this.mailbox = mailbox;
    this.me = me;
  }

  @Override
  public void accept(News news) {
    switch (news) {
      case News.StateChanged(var state) -> changed(state);
      case News.Posted(var note, _) -> posted(note);
      case News.Marked _ -> mailbox.put(new Stale.Talks());
      case News.Reset _ -> {}
      case News.Presences(var people, var isWhole) -> {
        happened(new Action.PeopleChanged(people));
        if (!isWhole) {
          mailbox.put(new Stale.People());
        }
      }
      case News.Typing(var from) -> happened(new Action.TypingTold(from));
      case News.Reloaded _ -> {
        mailbox.put(new Stale.Talks());
        mailbox.put(new Stale.Open());
      }
      case News.OutboxChanged _ -> mailbox.put(new Stale.Outbox());
      case News.Trouble(var what) -> happened(new Action.Remarked(what, true));
    }
  }

  private void changed(ConnectionState state) {
    if (state instanceof ConnectionState.Online(var profile, _)) {
      me = profile.user();
    }
    happened(new Action.StateChanged(state, me));
  }

  private void posted(Note note) {
    mailbox.put(new Stale.Talks());
    mailbox.put(new Stale.History(note.from().equals(me) ? note.to() : note.from()));
    happened(new Action.Arrived(note));
  }

  private void happened(Action action) {
    mailbox.put(new Tiding.Happened(action));
  }
}
