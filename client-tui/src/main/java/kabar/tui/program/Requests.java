package kabar.tui.program;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.client.ChatClient;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Person;
import kabar.protocol.Reply;
import kabar.tui.program.Tiding.Stale;
import kabar.tui.reduce.Action;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;

/// What is asked of the client. Nothing waits: what comes of it is put into the mailbox.
final class Requests {
  private static final int PAGE = 200;

  private final ChatClient client;
  private final Mailbox mailbox;
  private final Sentences sentences;

  Requests(ChatClient client, Mailbox mailbox, Sentences sentences) {
    this.client = client;
    this.mailbox = mailbox;
    this.sentences = sentences;
  }

  void send(String to, String text) {
    client
        .send(to, text)
        .kept()
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                remark(sentences.say(Phrase.NOT_SAVED, message(failure)));
              }
            });
  }

  void resend(String key) {
    changed(client.retry(key));
  }

  void drop(String key) {
    changed(client.drop(key));
  }

  void older(String with) {
    client
        .older(with)
        .whenComplete(
            (_, failure) -> {
              mailbox.put(new Stale.History(with));
              var problem = failure == null ? "" : sentences.say(Phrase.NOT_ONLINE);
              happened(new Action.OlderRead(with, problem));
            });
  }

  /// Reads all users, page by page; whoever is offline reads them when online.
  void people() {
    people(List.of())
        .thenAccept(people -> happened(new Action.PeopleRead(people)))
        .exceptionally(_ -> null);
  }

  void typing(String to) {
    client.ask(new Command.Typing(to)).exceptionally(_ -> new Reply.Done());
  }

  void presence(Availability presence, String text) {
    client
        .ask(new Command.SetPresence(presence, text))
        .whenComplete(
            (reply, failure) -> {
              if (failure != null) {
                remark(sentences.say(Phrase.NOT_ONLINE));
              } else if (reply instanceof Reply.Refused refused) {
                remark(sentences.refusal(refused));
              }
            });
  }

  private CompletionStage<List<Person>> people(List<Person> before) {
    var after = before.isEmpty() ? "" : before.getLast().profile().user();
    return client
        .ask(new Command.ListUsers(false, "", PAGE, after))
        .thenCompose(
            reply -> {
              var all = new ArrayList<>(before);
              if (!(reply instanceof Reply.People(var people, var hasMore))) {
                return CompletableFuture.completedStage(List.copyOf(all));
              }
              all.addAll(people);
              return hasMore && !people.isEmpty()
                  ? people(all)
                  : CompletableFuture.completedStage(List.copyOf(all));
            });
  }

  private void changed(CompletionStage<Boolean> change) {
    change.whenComplete(
        (isChanged, failure) -> {
          if (failure != null) {
            remark(sentences.say(Phrase.NOT_SAVED, message(failure)));
          } else if (!isChanged) {
            remark(sentences.say(Phrase.TOO_LATE));
          }
        });
  }

  private void remark(String sentence) {
    happened(new Action.Remarked(sentence, true));
  }

  private void happened(Action action) {
    mailbox.put(new Tiding.Happened(action));
  }

  private static String message(Throwable failure) {
    var cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }
}
