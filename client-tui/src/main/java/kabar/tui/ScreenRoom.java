package kabar.tui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import kabar.api.SettingsException;
import kabar.client.ChatClient;
import kabar.client.ClientPlan;
import kabar.client.ConnectionState;
import kabar.client.KeptSession;
import kabar.client.News;
import kabar.tui.bindings.Bindings;
import kabar.tui.paint.Area;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Surface;
import kabar.tui.paint.Theme;
import kabar.tui.panels.View;
import kabar.tui.profile.ConfigFile;
import kabar.tui.profile.ConfigKey;
import kabar.tui.profile.KeysFile;
import kabar.tui.program.BugException;
import kabar.tui.program.Editor;
import kabar.tui.program.Face;
import kabar.tui.program.Leave;
import kabar.tui.program.LogFile;
import kabar.tui.program.Notices;
import kabar.tui.program.Program;
import kabar.tui.program.Screens;
import kabar.tui.reduce.Reducer;
import kabar.tui.state.Settings;
import kabar.tui.state.Standing;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// The chat on the full screen, for one session.
///
/// @param theme its name, empty for the one that is set
record ScreenRoom(Errand errand, KeptSession session, String theme) {
  private static final ConfigKey THEME = new ConfigKey("", "theme");

  /// Talks until somebody leaves.
  ///
  /// @throws NotDoneException if a bug of ours has ended it
  Leave talk() throws NotDoneException, IOException, InterruptedException {
    var seat = errand.surroundings().seat();
    var before = System.err;
    try (var log = new LogFile(errand.places().state().resolve("kabar.log"));
        var errors = new PrintStream(log, true, UTF_8)) {
      seat.errors().accept(errors);
      return talk(seat.screens(), log, errors);
    } finally {
      seat.errors().accept(before);
    }
  }

  private Leave talk(Screens screens, LogFile log, PrintStream errors)
      throws NotDoneException, IOException, InterruptedException {
    try {
      return Program.run(plan(), this::client, screens);
    } catch (BugException e) {
      e.printStackTrace(errors);
      throw new NotDoneException(ExitCode.BUG, errand.say(Phrase.SCREEN_BUG, log.path()));
    }
  }

  /// What it knows and sends is kept in the profile.
  private ChatClient client(Consumer<News> audience) {
    var plan =
        new ClientPlan(
            errand.destination(session.server()), errand.path(), errand.introduction(""));
    return ChatClient.open(plan.timing(errand.timing()), audience);
  }

  private Program.Plan plan() {
    return new Program.Plan(
        face(),
        TuiState.begin(new Size(0, 0), settings(), standing(), Instant.now()),
        new Notices(errand.isSwitchedOn("bell", true), errand.isSwitchedOn("notify", false)),
        InstantSource.system(),
        Editor.of(errand.surroundings().environment()),
        this::keep);
  }

  private Face face() {
    var bindings = Bindings.standard().with(KeysFile.read(errand.places().keys()));
    var view = new View(bindings);
    return new Face(bindings, Reducer::reduce, Reducer::nextTick, state -> painted(view, state));
  }

  private static Canvas painted(View view, TuiState state) {
    var canvas = new Canvas(state.size());
    var all = new Area(0, 0, state.size().columns(), state.size().rows());
    view.paint(state, new Surface(canvas, all));
    return canvas;
  }

  private Settings settings() {
    var around = errand.surroundings();
    return new Settings(
        errand.sentences(), around.zone(), themeAtFirst(), true, true, around.isAscii());
  }

  private String themeAtFirst() {
    return Optional.of(theme)
        .filter(named -> !named.isEmpty())
        .or(() -> errand.config().value(THEME))
        .orElse(Theme.TERMINAL.name());
  }

  private Standing standing() {
    return new Standing(
        session.server(), session.user(), new ConnectionState.Idle(), Instant.now(), 0, 0);
  }

  /// The next start has it; a file that cannot be changed is no reason to have another one now.
  private void keep(String chosen) {
    try {
      ConfigFile.read(errand.places().config()).with(THEME, chosen);
    } catch (IOException | SettingsException e) {
      System.getLogger(ScreenRoom.class.getName())
          .log(System.Logger.Level.WARNING, "the theme is not kept", e);
    }
  }
}
