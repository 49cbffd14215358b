package kabar.tui;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.client.KeptSession;
import kabar.protocol.Command;
import kabar.protocol.Command.Login;
import kabar.protocol.Reply;
import kabar.tui.profile.ConfigKey;
import kabar.tui.words.Phrase;

/// The first questions, for somebody who has no session yet: at which server, and who they are
/// there. Until a server has let them in, nothing is kept.
final class FirstRun {
  private static final int USUAL_PORT = 8889;
  private static final Pattern WITHOUT_PORT = Pattern.compile("[^:/]+://(\\[[^]]*]|[^:/]+)");
  /// Enough for a way that gets no answer for five seconds, and another one after it.
  private static final Duration SOON = Duration.ofSeconds(8);

  private final Errand errand;
  private final Asker asker;
  private final Menu menu;

  FirstRun(Errand errand, Asker asker) {
    this.errand = errand;
    this.asker = asker;
    this.menu = new Menu(errand, asker);
  }

  /// Where to go.
  private sealed interface Choice {
    record Server(URI url) implements Choice {}

    record Other() implements Choice {}

    record Alone() implements Choice {}
  }

  /// Asks until somebody is logged in.
  ///
  /// @param named the server, empty to ask for it
  /// @throws NotDoneException if the input ends before
  Arrival ask(Optional<URI> named) throws NotDoneException, IOException, InterruptedException {
    if (named.isEmpty()) {
      return arrival(choice());
    }
    greet(named.get());
    return arrival(named.get());
  }

  private Arrival arrival(Choice choice)
      throws NotDoneException, IOException, InterruptedException {
    return switch (choice) {
      case Choice.Server(var url) -> arrival(url);
      case Choice.Other _ -> arrival(other());
      case Choice.Alone _ -> alone();
    };
  }

  private Choice choice() throws NotDoneException, InterruptedException {
    say(Phrase.LOOKING);
    var here = here();
    var choices = new ArrayList<Choice>();
    var lines = new ArrayList<String>();
    if (knocks(here)) {
      choices.add(new Choice.Server(here));
      lines.add(here.toString());
    } else {
      say(Phrase.NOBODY_HERE, here);
    }
    choices.add(new Choice.Other());
    lines.add(errand.say(Phrase.OTHER_ADDRESS));
    if (Demo.program(errand.surroundings()).isPresent()) {
      choices.add(new Choice.Alone());
      lines.add(errand.say(Phrase.ALONE));
    }
    return choices.get(menu.choose(lines));
  }

  /// The server that the user has set, else one on this machine.
  private URI here() {
    var key = new ConfigKey(errand.profile(), "url");
    return URI.create(errand.config().value(key).orElse(Errand.DEFAULT_URL));
  }

  private URI other() throws NotDoneException, InterruptedException {
    while (true) {
      var typed = menu.required(errand.say(Phrase.ASK_ADDRESS), "");
      try {
        var url = Errand.url(completed(typed));
        if (knocks(url)) {
          return url;
        }
        say(Phrase.NOBODY_HERE, url);
      } catch (SettingsException | ProviderException e) {
        asker.say(String.valueOf(e.getMessage()));
      }
    }
  }

  /// People say `chat.example` or `chat.example:9000`.
  private static String completed(String typed) {
    var url = typed.contains("://") ? typed : "tcp://" + typed;
    return WITHOUT_PORT.matcher(url).matches() ? url + ":" + USUAL_PORT : url;
  }

  /// Whether a server of ours is there.
  private boolean knocks(URI url) throws InterruptedException {
    try {
      greet(url);
      return true;
    } catch (NotDoneException _) {
      return false;
    }
  }

  private void greet(URI url) throws NotDoneException, InterruptedException {
    var hello = errand.introduction("");
    try (var visit = Visit.to(errand.within(SOON), url)) {
      visit.ask(new Command.Hello(hello.program(), hello.locale()), Reply.Greeted.class);
    }
  }

  private Arrival arrival(URI url) throws NotDoneException, IOException, InterruptedException {
    var session = new Registration(errand, asker, url).ask();
    say(Phrase.NEXT_PERSON);
    say(Phrase.JOIN_LINE, url);
    begin();
    return new Arrival(errand, session, Optional.empty());
  }

  private Arrival alone() throws NotDoneException, IOException, InterruptedException {
    var program = Demo.program(errand.surroundings()).orElseThrow();
    say(Phrase.STARTING_DEMO);
    var demo = Demo.start(errand, program);
    try {
      return new Arrival(welcomed(demo), session(demo), Optional.of(demo));
    } catch (NotDoneException | IOException | InterruptedException | RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  private Errand welcomed(Demo demo) throws NotDoneException, IOException, InterruptedException {
    var there = errand.elsewhere(demo.state());
    new Welcome(there, demo.address()).open(new Login(Demo.USER, Demo.PASSWORD), Phrase.LOGGED_IN);
    say(Phrase.DEMO_OTHERS, demo.address(), Demo.PASSWORD);
    begin();
    return there;
  }

  private KeptSession session(Demo demo) throws NotDoneException, IOException {
    return errand.elsewhere(demo.state()).session();
  }

  private void begin() throws NotDoneException {
    var _ = menu.answer(errand.say(Phrase.ENTER_OPENS));
  }

  private void say(Phrase phrase, Object... arguments) {
    asker.say(errand.say(phrase, arguments));
  }
}
