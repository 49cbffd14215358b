package kabar.domain;

import java.util.concurrent.CompletionStage;
import kabar.api.store.Slice;
import kabar.domain.Logins.PasswordChange;
import kabar.protocol.Command;
import kabar.protocol.Reply;

/// Hands the commands of a session that a connection is bound to to their use cases.
final class BoundCommands {
  private final Logins logins;
  private final Devices devices;
  private final Conversations conversations;
  private final Directory directory;
  private final Subscriptions subscriptions;
  private final Signals signals;

  BoundCommands(Chat chat, Devices devices) {
    this.logins = chat.logins();
    this.devices = devices;
    this.conversations = chat.conversations();
    var presence = chat.presence();
    this.directory = new Directory(chat.around().store(), presence::person, presence::people);
    this.subscriptions = chat.live().subscriptions();
    this.signals = chat.live().signals();
  }

  /// Begins a command, as a {@link CommandDispatcher} does.
  CompletionStage<Reply> begin(Command.Bound command, Session session, Caller caller) {
    return switch (command) {
      case Command.ChangePassword(var old, var wanted) ->
          logins.changePassword(new PasswordChange(old, wanted), session, caller);
      case Command.ListSessions _ -> devices.list(session);
      case Command.Revoke(var id) -> devices.revoke(id, session);
      case Command.ListConversations asked -> list(asked, session);
      case Command.History history -> history(history, session);
      case Command.Read(var with, var upTo) ->
          MessageId.read("upTo", upTo, id -> conversations.read(session, with, id));
      case Command.ListUsers asked -> directory.list(asked);
      case Command.SetPresence said -> signals.say(said, session);
      case Command.Typing(var to) -> signals.type(to, session);
      case Command.Subscribe(var after) -> subscriptions.subscribe(after, session, caller);
    };
  }

  private CompletionStage<Reply> list(Command.ListConversations asked, Session session) {
    return asked.after().isEmpty()
        ? conversations.list(session, Long.MAX_VALUE, asked.limit())
        : MessageId.read(
            "after", asked.after(), id -> conversations.list(session, id, asked.limit()));
  }

  private CompletionStage<Reply> history(Command.History asked, Session session) {
    int limit = asked.limit();
    return switch (asked.range()) {
      case Command.Range.Newest _ -> history(asked, session, new Slice.Newest(limit));
      case Command.Range.Before(var told) ->
          MessageId.read(
              "before", told, id -> history(asked, session, new Slice.Before(id, limit)));
      case Command.Range.After(var told) ->
          MessageId.read("after", told, id -> history(asked, session, new Slice.After(id, limit)));
    };
  }

  private CompletionStage<Reply> history(Command.History asked, Session session, Slice slice) {
    return conversations.history(session, asked.with(), slice);
  }
}
