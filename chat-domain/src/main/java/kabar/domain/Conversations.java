package kabar.domain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kabar.api.store.Conversation;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Reading what two users have written each other, and how far one of them has read.
final class Conversations {
  private static final int MOST = 200;

  private final Store store;
  private final Profiles profiles;

  Conversations(Store store) {
    this.store = store;
    this.profiles = new Profiles(store);
  }

  /// A part of the conversation with somebody who has, or had, an account; 200 messages at most.
  CompletionStage<Reply> history(Session reader, String with, Slice slice) {
    return ifKnown(
        with,
        () ->
            store
                .conversation(reader.user(), with, atMost(slice))
                .thenApply(page -> history(reader, page)));
  }

  /// The conversations of a user, the one with the newest message first; 200 at most.
  ///
  /// @param before the id of the last message of the last one on the page before,
  ///     `Long.MAX_VALUE` for the first page
  CompletionStage<Reply> list(Session reader, long before, int limit) {
    return store
        .conversations(reader.user(), before, Math.min(limit, MOST))
        .thenCompose(
            page ->
                profiles
                    .find(page.items().stream().map(Conversation::with))
                    .thenApply(found -> talks(reader, page, found)));
  }

  /// Moves the reader's marker forward.
  ///
  /// @param upTo the id of the newest message that was read
  CompletionStage<Reply> read(Session reader, String with, long upTo) {
    return ifKnown(
        with,
        () ->
            store
                .mark(reader.user(), with, upTo)
                .thenApply(marker -> new Reply.Marked(with, MessageId.text(marker.upTo()))));
  }

  private CompletionStage<Reply> ifKnown(String user, Supplier<CompletionStage<Reply>> useCase) {
    return store
        .account(user)
        .thenCompose(
            account ->
                account.isPresent()
                    ? useCase.get()
                    : Router.done(Reply.Refused.because(Reason.UNKNOWN_USER)));
  }

  private static Slice atMost(Slice slice) {
    int limit = Math.min(slice.limit(), MOST);
    return switch (slice) {
      case Slice.Newest _ -> new Slice.Newest(limit);
      case Slice.Before(var id, _) -> new Slice.Before(id, limit);
      case Slice.After(var id, _) -> new Slice.After(id, limit);
    };
  }

  private static Reply history(Session reader, Page<Message> page) {
    List<Reply.Note> notes =
        page.items().stream().map(message -> note(reader.user(), message)).toList();
    return new Reply.History(notes, page.more());
  }

  private static Reply talks(Session reader, Page<Conversation> page, Map<String, Profile> found) {
    List<Reply.Talk> talks =
        page.items().stream()
            .map(
                it ->
                    new Reply.Talk(
                        Profiles.of(found, it.with()),
                        note(reader.user(), it.last()),
                        it.unread(),
                        MessageId.text(it.marker())))
            .toList();
    return new Reply.Conversations(talks, page.more());
  }

  /// A message as one of its two users sees it.
  static Reply.Note note(String reader, Message message) {
    var key = message.from().equals(reader) ? message.key() : "";
    return new Reply.Note(
        MessageId.text(message.id()),
        message.from(),
        message.to(),
        message.text(),
        key,
        message.at());
  }
}
