package kabar.tui;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import kabar.api.SettingsException;
import kabar.client.KeptSession;
import kabar.tui.paint.Theme;
import kabar.tui.program.Leave;
import kabar.tui.words.Phrase;

/// Opens the chat for somebody: asks what has to be asked first, and then shows it, on the full
/// screen or in lines.
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
    checkTheme();
    try (var arrival = arrival()) {
      show(arrival);
    }
  }

  private void show(Arrival arrival) throws NotDoneException, IOException, InterruptedException {
    var there = arrival.errand();
    var session = arrival.session();
    boolean isPlain = manner.isPlain() || there.surroundings().isLinesOnly();
    var with = "";
    while (true) {
      var leave =
          isPlain
              ? new PlainRoom(there, session, manner.isQuiet()).talk(with)
              : new ScreenRoom(there, session, manner.theme()).talk();
      switch (leave) {
        case Leave.Quit _ -> {
          return;
        }
        case Leave.Plain(var open) -> {
          isPlain = true;
          with = open;
        }
        case Leave.LogIn _ -> session = renewed(there, session);
        case Leave.Gone _ ->
            throw new NotDoneException(ExitCode.FILES, there.say(Phrase.TERMINAL_LOST));
      }
    }
  }

  private static KeptSession renewed(Errand there, KeptSession session)
      throws NotDoneException, IOException, InterruptedException {
    return new Registration(there, asker(there), session.server()).renew(session.user());
  }

  private void checkTheme() {
    if (!manner.theme().isEmpty() && Theme.named(manner.theme()).isEmpty()) {
      throw new SettingsException(
          "--theme: cannot use '%s' (expected %s)"
              .formatted(manner.theme(), String.join(", ", Theme.names())));
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
}
