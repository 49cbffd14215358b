package kabar.tui.commands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kabar.tui.words.Phrase;

/// Something that is done when its name is written at the input line.
public enum SlashCommand {
  HELP("", Phrase.CMD_HELP),
  MSG("USER [TEXT]", Phrase.CMD_MSG),
  WHO("", Phrase.CMD_WHO),
  INBOX("", Phrase.CMD_INBOX),
  READ("[N]", Phrase.CMD_READ),
  SEARCH("[TEXT]", Phrase.CMD_SEARCH),
  AWAY("[TEXT]", Phrase.CMD_AWAY),
  BACK("", Phrase.CMD_BACK),
  RETRY("", Phrase.CMD_RETRY),
  DROP("", Phrase.CMD_DROP),
  ERRORS("", Phrase.CMD_ERRORS),
  CONNECTION("", Phrase.CMD_CONNECTION),
  THEME("NAME", Phrase.CMD_THEME),
  RECONNECT("", Phrase.CMD_RECONNECT),
  PLAIN("", Phrase.CMD_PLAIN),
  EDIT("", Phrase.CMD_EDIT),
  CLEAR_DRAFT("[USER]", Phrase.CMD_CLEAR_DRAFT),
  QUIT("", Phrase.CMD_QUIT);

  private final String arguments;
  private final Phrase phrase;

  SlashCommand(String arguments, Phrase phrase) {
    this.arguments = arguments;
    this.phrase = phrase;
  }

  /// The command with this name; empty if there is none.
  ///
  /// @param word with its slash, in upper or lower case
  public static Optional<SlashCommand> parse(String word) {
    var wanted = word.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(command -> command.word().equals(wanted)).findFirst();
  }

  /// The names of all, with their slashes.
  public static List<String> words() {
    return Stream.of(values()).map(SlashCommand::word).toList();
  }

  /// Its name with the slash, such as `/clear-draft`.
  public String word() {
    return "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What may follow, as help shows it: `USER [TEXT]`; empty for nothing.
  public String arguments() {
    return arguments;
  }

  /// What it does, in a few words.
  public Phrase phrase() {
    return phrase;
  }
}
