package kabar.tui;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kabar.client.ConnectionState.Offline;
import kabar.client.ConnectionState.Refused;
import kabar.client.KeptSession;
import kabar.client.News;
import kabar.client.OutboxEntry;
import kabar.client.OutboxEntry.Standing;
import kabar.client.ProfileException;
import kabar.tui.print.OutputException;
import kabar.tui.words.Phrase;

/// Sends all that waits in the outbox, for as long as somebody wants to wait.
final class Clearance {
  private final Errand errand;
  private final Delivery.Patience patience;
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();

  /// The keys of messages of which nothing was heard yet.
  private final Set<String> waiting = new HashSet<>();

  Clearance(Errand errand, Delivery.Patience patience) {
    this.errand = errand;
    this.patience = patience;
  }

  /// Sends them.
  ///
  /// @throws NotDoneException if something still waits
  /// @throws ProfileException if the outbox cannot be read or written
  void send(KeptSession session)
      throws NotDoneException, ProfileException, OutputException, InterruptedException {
    try (var courier = Courier.of(errand, session, "", news::add)) {
      long deadline = System.nanoTime() + patience.atMost().toNanos();
      courier.client().outbox().stream()
          .filter(OutboxEntry::isPending)
          .forEach(entry -> waiting.add(entry.key()));
      courier.client().connect();
      while (!waiting.isEmpty()) {
        hear(next(deadline));
      }
      errand.printer().say(errand.say(Phrase.OUTBOX_CLEARED));
    }
  }

  private News next(long deadline) throws NotDoneException, InterruptedException {
    var next = news.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    if (next == null) {
      throw stillWaiting(errand.say(Phrase.TIMED_OUT, patience.atMost().toSeconds() + " s"));
    }
    return next;
  }

  private void hear(News next) throws NotDoneException, OutputException {
    switch (next) {
      case News.StateChanged(Offline offline) -> {
        if (!patience.isDeaf()) {
          throw stillWaiting(errand.sentences().loss(offline.loss()));
        }
        errand.printer().note(errand.sentences().retry(offline));
      }
      case News.StateChanged(Refused refused) -> throw Setback.end(errand, refused);
      case News.OutboxChanged(var entry) -> tell(entry);
      case News.Trouble(var what) -> errand.printer().note(what);
      case News.StateChanged _,
          News.Posted _,
          News.Marked _,
          News.Reset _,
          News.Presences _,
          News.Typing _,
          News.Reloaded _ -> {}
    }
  }

  private void tell(OutboxEntry entry) throws OutputException {
    if (!entry.isPending()) {
      waiting.remove(entry.key());
    }
    switch (entry.standing()) {
      case Standing.Sent _ -> errand.printer().say(errand.say(Phrase.SENT, entry.to()));
      case Standing.Failed(var reason, var detail) ->
          errand.printer().note(entry.key() + ": " + errand.sentences().refusal(reason, detail));
      case Standing.Kept _, Standing.Sending _, Standing.Dropped _ -> {}
    }
  }

  private NotDoneException stillWaiting(String why) {
    return new NotDoneException(ExitCode.KEPT, errand.say(Phrase.STILL_WAITING, why));
  }
}
