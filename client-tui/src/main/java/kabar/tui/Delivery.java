package kabar.tui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kabar.client.ConnectionState.Offline;
import kabar.client.ConnectionState.Online;
import kabar.client.ConnectionState.Refused;
import kabar.client.KeptSession;
import kabar.client.News;
import kabar.client.OutboxEntry.Standing;
import kabar.client.ProfileException;
import kabar.protocol.print.JsonLine;
import kabar.tui.print.OutputException;
import kabar.tui.print.Shapes;
import kabar.tui.words.Phrase;

/// Sends one message and waits for its fate, for as long as somebody wants to.
final class Delivery {
  private final Errand errand;
  private final Patience patience;
  private final CompletableFuture<NotDoneException> setback = new CompletableFuture<>();

  Delivery(Errand errand, Patience patience) {
    this.errand = errand;
    this.patience = patience;
  }

  /// How long somebody waits.
  ///
  /// @param atMost for the server's answer
  /// @param isDeaf whether a server that is away is waited for, too
  record Patience(Duration atMost, boolean isDeaf) {}

  /// Sends it. From when it is written down here, it is not lost, whatever this ends with.
  ///
  /// @throws NotDoneException if it was not sent, or not yet
  /// @throws ProfileException if it cannot be written down
  void send(KeptSession session, String to, String text)
      throws NotDoneException, ProfileException, OutputException, InterruptedException {
    try (var courier = Courier.of(errand, session, "", this::hear)) {
      var outgoing = courier.client().send(to, text);
      Courier.await(outgoing.kept());
      courier.client().connect();
      var subject = JsonLine.of("key", outgoing.key()).with("to", to);
      tell(courier, subject, fate(outgoing.fate().toCompletableFuture(), subject));
    }
  }

  private void hear(News news) {
    switch (news) {
      case News.StateChanged(Offline offline) -> {
        if (patience.isDeaf()) {
          errand.printer().note(errand.sentences().retry(offline));
        } else {
          setback.complete(kept(errand.sentences().loss(offline.loss())));
        }
      }
      case News.StateChanged(Refused refused) ->
          setback.complete(
              new NotDoneException(
                  Setback.code(refused.refusal()),
                  errand.say(Phrase.KEPT, Setback.sentence(errand, refused))));
      case News.StateChanged(Online(_, var way)) when way.isDetour() ->
          errand.printer().noteOnce(errand.sentences().detour(way));
      case News.Trouble(var what) -> errand.printer().note(what);
      case News.StateChanged _,
          News.Posted _,
          News.Marked _,
          News.Reset _,
          News.Presences _,
          News.Typing _,
          News.Reloaded _,
          News.OutboxChanged _ -> {}
    }
  }

  private Standing fate(CompletableFuture<Standing> fate, JsonLine subject)
      throws NotDoneException, OutputException, InterruptedException {
    try {
      CompletableFuture.anyOf(fate, setback)
          .get(patience.atMost().toMillis(), TimeUnit.MILLISECONDS);
      if (fate.isDone()) {
        return fate.get();
      }
      throw waiting(subject, setback.get());
    } catch (TimeoutException e) {
      throw waiting(subject, kept(errand.say(Phrase.TIMED_OUT, seconds())));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(Courier courier, JsonLine subject, Standing standing)
      throws NotDoneException, ProfileException, OutputException, InterruptedException {
    var printer = errand.printer();
    if (printer.isJson()) {
      printer.json(subject.plus(Shapes.standing(standing)));
    }
    switch (standing) {
      case Standing.Sent _ -> printer.say(errand.say(Phrase.SENT, subject.text("to").orElse("")));
      case Standing.Failed(var reason, var detail) -> {
        // Whoever waits for it is told, and has the text.
        Courier.await(courier.client().drop(subject.text("key").orElse("")));
        throw new NotDoneException(ExitCode.REFUSED, errand.sentences().refusal(reason, detail));
      }
      case Standing.Kept _, Standing.Sending _, Standing.Dropped _ ->
          throw new NotDoneException(
              ExitCode.REFUSED, errand.say(Phrase.DROPPED, subject.text("key").orElse("")));
    }
  }

  private NotDoneException waiting(JsonLine subject, NotDoneException why) throws OutputException {
    if (errand.printer().isJson()) {
      errand.printer().json(subject.plus(Shapes.standing(new Standing.Kept())));
    }
    return why;
  }

  private NotDoneException kept(String why) {
    return new NotDoneException(ExitCode.KEPT, errand.say(Phrase.KEPT, why));
  }

  private String seconds() {
    return patience.atMost().toSeconds() + " s";
  }
}
