package kabar.domain;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import kabar.api.store.Append;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.protocol.Command;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Sending and reading messages.
final class Mail {
  private static final int INBOX_MESSAGES = 200;

  private final Store store;
  private final Profiles profiles;
  private final InstantSource clock;
  private final int maxMessageBytes;

  Mail(Store store, InstantSource clock, int maxMessageBytes) {
    this.store = store;
    this.profiles = new Profiles(store);
    this.clock = clock;
    this.maxMessageBytes = maxMessageBytes;
  }

  /// Stores a message to somebody who can be written to.
  CompletionStage<Reply> send(Session sender, Command.Send command) {
    int bytes = command.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > maxMessageBytes) {
      var detail = "a message has at most %d bytes, this one %d".formatted(maxMessageBytes, bytes);
      return Router.done(new Reply.Refused(Reason.TOO_LARGE, detail));
    }
    var message =
        new NewMessage(sender.user(), command.to(), command.text(), command.key(), clock.instant());
    return store.append(message).thenApply(Mail::reply);
  }

  /// The newest messages to a user.
  CompletionStage<Reply> inbox(Session reader) {
    return store
        .inbox(reader.user(), new Slice.Newest(INBOX_MESSAGES))
        .thenCompose(
            page ->
                profiles
                    .find(page.items().stream().map(Message::from))
                    .thenApply(senders -> letters(page.items(), senders, reader.profile())));
  }

  private static Reply reply(Append append) {
    return switch (append) {
      case Append.Stored(var message) -> sent(message);
      case Append.Repeated(var message) -> sent(message);
      case Append.Conflict() -> Reply.Refused.because(Reason.CONFLICT);
    };
  }

  private static Reply sent(Message message) {
    return new Reply.Sent(MessageId.text(message.id()), message.at());
  }

  private static Reply letters(
      List<Message> messages, Map<String, Profile> senders, Profile reader) {
    return new Reply.Inbox(
        messages.stream()
            .map(m -> new Reply.Letter(Profiles.of(senders, m.from()), reader, m.text()))
            .toList());
  }
}
