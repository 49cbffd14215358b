package kabar.tui;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import kabar.client.ConnectionState.Refused;
import kabar.client.KeptSession;
import kabar.client.Refusal;
import kabar.tui.plain.PlainChat;
import kabar.tui.profile.ConfigKey;
import kabar.tui.words.Phrase;

/// Opens the chat for somebody: asks what has to be asked first, and then shows it in lines.
final class Opening {
  private final Errand errand;
  private final Manner manner;

  Opening(Errand errand, Manner manner) {
    this.errand = errand;
    this.manner = manner;
  }

  /// Shows it until somebody leaves.
  ///
  /// @throws NotDoneException if nobody is logged in, or something is still to be sent
  void show() throws NotDoneException, IOException, InterruptedException {
    try (var arrival = arrival()) {
      plain(arrival.errand(), arrival.session(), "");
    }
  }

  private Arrival arrival() throws NotDoneException, IOException, InterruptedException {
    var named = manner.server();
    var meant = named.isEmpty() ? Optional.<URI>empty() : Optional.of(Errand.url(named));
    var kept =
        errand
            .keptSession()
            .filter(session -> meant.isEmpty() || meant.get().equals(session.server()));
    if (kept.isPresent()) {
      return new Arrival(errand, kept.get(), Optional.empty());
    }
    return new FirstRun(errand, asker(errand)).ask(meant);
  }

  /// Who can be asked.
  ///
  /// @throws NotDoneException if nobody can
  private static Asker asker(Errand errand) throws NotDoneException {
    return errand
        .surroundings()
        .seat()
        .asker()
        .get()
        .orElseThrow(
            () ->
                new NotDoneException(
                    ExitCode.NOT_LOGGED_IN, errand.say(Phrase.NOT_LOGGED_IN, errand.profile())));
  }

  private void plain(Errand there, KeptSession session, String with)
      throws NotDoneException, IOException, InterruptedException {
    var current = session;
    while (true) {
      var refused = plainly(there, current, with);
      if (refused.isEmpty()) {
        return;
      }
      if (!isRenewable(there, refused.get())) {
        throw Setback.end(there, refused.get());
      }
      current = new Registration(there, asker(there), current.server()).renew(current.user());
    }
  }

  private static boolean isRenewable(Errand there, Refused refused) {
    return refused.refusal() == Refusal.SESSION_ENDED
        && there.surroundings().seat().asker().get().isPresent();
  }

  private Optional<Refused> plainly(Errand there, KeptSession session, String with)
      throws NotDoneException, IOException, InterruptedException {
    var heard = new LinkedBlockingQueue<PlainChat.Heard>();
    try (var courier =
        Courier.of(there, session, "", news -> heard.add(new PlainChat.Heard.Told(news)))) {
      var ends =
          new PlainChat.Ends(
              there.surroundings().in(), there.surroundings().out(), there.printer().notes());
      var refused = new PlainChat(plan(there, session, with), ends, courier.client(), heard).run();
      if (refused.isEmpty() && courier.waiting() > 0) {
        throw new NotDoneException(
            ExitCode.KEPT, there.say(Phrase.STILL_WAITING, courier.waiting()));
      }
      return refused;
    }
  }

  private PlainChat.Plan plan(Errand there, KeptSession session, String with) {
    return new PlainChat.Plan(
        there.sentences(),
        there.surroundings().zone(),
        session.user(),
        with,
        there.surroundings().seat().isTaken(),
        manner.isQuiet(),
        !there.config().value(new ConfigKey("", "bell")).equals(Optional.of("off")),
        there.timeout());
  }
}
