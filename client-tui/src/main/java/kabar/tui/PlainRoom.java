package kabar.tui;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import kabar.client.ConnectionState.Refused;
import kabar.client.KeptSession;
import kabar.client.Refusal;
import kabar.tui.plain.PlainChat;
import kabar.tui.program.Leave;
import kabar.tui.words.Phrase;

/// The chat in lines, for one session.
record PlainRoom(Errand errand, KeptSession session, boolean isQuiet) {

  /// Talks until somebody leaves.
  ///
  /// @param with the conversation that is open at first, empty for none
  /// @throws NotDoneException if the server lets it in no more, or something is still to be sent
  Leave talk(String with) throws NotDoneException, IOException, InterruptedException {
    var heard = new LinkedBlockingQueue<PlainChat.Heard>();
    try (var courier =
        Courier.of(errand, session, "", news -> heard.add(new PlainChat.Heard.Told(news)))) {
      var around = errand.surroundings();
      var ends = new PlainChat.Ends(around.in(), around.out(), errand.printer().notes());
      var refused = new PlainChat(plan(with), ends, courier.client(), heard).run();
      if (refused.isPresent()) {
        return refused(refused.get());
      }
      requireSent(courier.waiting());
      return new Leave.Quit();
    }
  }

  private Leave refused(Refused refused) throws NotDoneException {
    if (refused.refusal() == Refusal.SESSION_ENDED && isSomebodyThere()) {
      return new Leave.LogIn();
    }
    throw Setback.end(errand, refused);
  }

  private void requireSent(int waiting) throws NotDoneException {
    if (waiting > 0) {
      throw new NotDoneException(ExitCode.KEPT, errand.say(Phrase.STILL_WAITING, waiting));
    }
  }

  private boolean isSomebodyThere() {
    return errand.surroundings().seat().asker().get().isPresent();
  }

  private PlainChat.Plan plan(String with) {
    return new PlainChat.Plan(
        errand.sentences(),
        errand.surroundings().zone(),
        session.user(),
        with,
        errand.surroundings().seat().isTaken(),
        isQuiet,
        errand.isSwitchedOn("bell", true),
        errand.timeout());
  }
}
