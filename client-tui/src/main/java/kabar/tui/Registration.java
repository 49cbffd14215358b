package kabar.tui;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import kabar.client.KeptSession;
import kabar.protocol.Command;
import kabar.tui.words.Phrase;

/// Asks somebody who they are at a server, until it lets them in; then their session is kept.
final class Registration {
  private static final int TRIES = 3;

  private final Errand errand;
  private final Asker asker;
  private final URI server;
  private final Menu menu;

  /// What was answered before a refusal, offered again.
  private String code = "";

  private String user = "";

  Registration(Errand errand, Asker asker, URI server) {
    this.errand = errand;
    this.asker = asker;
    this.server = server;
    this.menu = new Menu(errand, asker);
  }

  /// Asks how to enter, and all that this takes.
  ///
  /// @throws NotDoneException if the input ends, or the server is gone
  KeptSession ask() throws NotDoneException, IOException, InterruptedException {
    user = errand.usualUser().orElse("");
    while (true) {
      var choice =
          menu.choose(
              List.of(
                  errand.say(Phrase.ENTER_WITH_CODE),
                  errand.say(Phrase.ENTER_WITH_ACCOUNT),
                  errand.say(Phrase.ENTER_WITHOUT_CODE)));
      if (isOpened(choice)) {
        return errand.session();
      }
    }
  }

  /// Logs somebody in again whose session has ended.
  ///
  /// @throws NotDoneException if the input ends, or the server is gone
  KeptSession renew(String name) throws NotDoneException, IOException, InterruptedException {
    asker.say(errand.say(Phrase.SESSION_OVER, name, server));
    user = name;
    while (true) {
      if (isOpened(name)) {
        return errand.session();
      }
    }
  }

  private boolean isOpened(int choice) throws NotDoneException, IOException, InterruptedException {
    if (choice == 0) {
      code = menu.required(errand.say(Phrase.ASK_CODE), code);
    }
    user = menu.required(errand.say(Phrase.ASK_USER), user);
    return choice == 1 ? isOpenedSoon(user) : isRegistered(choice == 0 ? code : "");
  }

  /// Whoever has mistyped a password types it again at once, and must not find themselves at
  /// another
  /// question, where it would be seen.
  private boolean isOpenedSoon(String name)
      throws NotDoneException, IOException, InterruptedException {
    for (int tried = 0; tried < TRIES; tried++) {
      if (isOpened(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpened(String name) throws NotDoneException, IOException, InterruptedException {
    var password = unseen(errand.say(Phrase.ASK_PASSWORD, name));
    return enters(new Command.Login(name, password), Phrase.LOGGED_IN);
  }

  private boolean isRegistered(String invite)
      throws NotDoneException, IOException, InterruptedException {
    var command = new Command.Register(user, fresh(), user, invite, "");
    return enters(command, Phrase.REGISTERED);
  }

  /// A password that was typed twice.
  private String fresh() throws NotDoneException {
    while (true) {
      var password = unseen(errand.say(Phrase.ASK_NEW_PASSWORD));
      if (password.equals(unseen(errand.say(Phrase.ASK_AGAIN)))) {
        return password;
      }
      problem(errand.say(Phrase.PASSWORDS_DIFFER));
    }
  }

  private String unseen(String prompt) throws NotDoneException {
    while (true) {
      var typed = asker.unseen(prompt).orElseThrow(menu::ended);
      if (!typed.isEmpty() && Passwords.isReadable(typed)) {
        return typed;
      }
    }
  }

  /// What the server refuses is told, and asked for again.
  private boolean enters(Command.Public command, Phrase said)
      throws NotDoneException, IOException, InterruptedException {
    try {
      new Welcome(errand, server).open(command, said);
      return true;
    } catch (NotDoneException e) {
      return switch (e.code()) {
        case REFUSED, NOT_LOGGED_IN, UNREACHABLE -> {
          problem(e.sentence());
          yield false;
        }
        case DONE, USAGE, KEPT, FILES, BUG, PIPE_CLOSED -> throw e;
      };
    }
  }

  /// As commands say it.
  private void problem(String sentence) {
    asker.say("kabar: " + sentence);
  }
}
