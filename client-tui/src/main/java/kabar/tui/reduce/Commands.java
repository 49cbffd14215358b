package kabar.tui.reduce;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kabar.protocol.Availability;
import kabar.tui.commands.SlashCommand;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// Does what a command says.
final class Commands {
  private static final Pattern USER = Pattern.compile("[a-z0-9_.-]{1,32}");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}|10000");
  private static final String PAGE = "50";

  private Commands() {}

  /// Does it as from a list, or where it needs to be told more, begins to write it. What stood in
  /// the input line then can be yanked.
  static Next begun(TuiState state, SlashCommand command) {
    if (command.arguments().isEmpty() || command.arguments().startsWith("[")) {
      return run(state, state, command, "");
    }
    var written = state.composer().buffer().text();
    var kept = written.isEmpty() ? state : state.composer(state.composer().killed(written));
    return Field.with(kept, Buffer.of(command.word() + " ")).then(Completing::offered);
  }

  /// Does it.
  ///
  /// @param refused the state that stays if the argument is of no use: the input line keeps its
  ///     text
  /// @param state the state to go on from else
  static Next run(TuiState refused, TuiState state, SlashCommand command, String argument) {
    var usable = check(refused, command, argument);
    return usable.orElseGet(() -> done(state, command, argument.strip()));
  }

  private static Next done(TuiState state, SlashCommand command, String argument) {
    return switch (command) {
      case HELP -> Next.of(state.overlay(new Overlay.Help(Buffer.of(argument), 0)));
      case MSG -> write(state, argument);
      case WHO -> Panels.focused(state, Focus.ONLINE);
      case INBOX -> Panels.focused(state, Focus.INBOX);
      case READ -> Older.reach(state, Integer.parseInt(argument.isEmpty() ? PAGE : argument));
      case SEARCH -> Searching.begin(state, argument);
      case AWAY -> presence(state, Availability.AWAY, argument);
      case BACK -> presence(state, Availability.ONLINE, "");
      case RETRY -> Waiting.retry(state);
      case DROP -> Waiting.drop(state);
      case ERRORS -> Next.of(state.overlay(new Overlay.Remarks(0)));
      case CONNECTION -> Next.of(state.overlay(new Overlay.Connection()));
      case THEME -> Theming.use(state, argument);
      case RECONNECT -> Linking.again(state);
      case PLAIN -> Next.of(state, new Effect.GoPlain());
      case EDIT -> Next.of(state, new Effect.Edit(""));
      case CLEAR_DRAFT -> Drafting.forget(state, user(argument)).then(Commands::forgotten);
      case QUIT -> Leaving.quit(state);
    };
  }

  /// Why a command cannot use its argument; empty if it can.
  private static Optional<Next> check(TuiState state, SlashCommand command, String argument) {
    return switch (command) {
      case MSG ->
          expect(state, command, user(argument), isUser(user(argument)), Phrase.A_USER_NAME);
      case CLEAR_DRAFT ->
          expect(state, command, argument, isUser(user(argument)), Phrase.A_USER_NAME);
      case READ ->
          expect(
              state,
              command,
              argument,
              argument.isEmpty() || COUNT.matcher(argument.strip()).matches(),
              Phrase.A_NUMBER);
      case THEME -> theme(state, command, argument.strip());
      case WHO, INBOX, BACK, RETRY, DROP, ERRORS, CONNECTION, RECONNECT, PLAIN, EDIT, QUIT ->
          expect(state, command, argument, argument.isEmpty(), Phrase.NOTHING_TO_EXPECT);
      case HELP, SEARCH, AWAY -> Optional.empty();
    };
  }

  private static Optional<Next> expect(
      TuiState state, SlashCommand command, String argument, boolean isMet, Phrase expected) {
    return isMet
        ? Optional.empty()
        : Optional.of(refused(state, command, argument, Remarks.words(state, expected)));
  }

  private static Optional<Next> theme(TuiState state, SlashCommand command, String argument) {
    List<String> names = Theming.names();
    return names.contains(argument)
        ? Optional.empty()
        : Optional.of(refused(state, command, argument, String.join(", ", names)));
  }

  private static Next refused(
      TuiState state, SlashCommand command, String argument, String expected) {
    return Remarks.refuse(state, Phrase.WRONG_ARGUMENT, command.word(), argument, expected);
  }

  private static Next write(TuiState state, String argument) {
    var words = argument.split("\\s+", 2);
    var opened = Opening.open(state, user(argument));
    return words.length == 1
        ? opened
        : opened.then(next -> Sending.send(next, user(argument), words[1]));
  }

  private static Next presence(TuiState state, Availability presence, String text) {
    return state.standing().isOnline()
        ? Next.of(state, new Effect.SetPresence(presence, text))
        : Remarks.refuse(state, Phrase.NOT_CONNECTED);
  }

  private static Next forgotten(TuiState state) {
    return Remarks.say(state, Phrase.DRAFT_CLEARED);
  }

  private static boolean isUser(String name) {
    return USER.matcher(name).matches();
  }

  /// The first word, with or without the `@` that people write.
  private static String user(String argument) {
    var word = argument.strip().split("\\s+", 2)[0];
    return word.startsWith("@") ? word.substring(1) : word;
  }
}
