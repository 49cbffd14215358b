package kabar.tui.plain;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a typed line is meant for.
sealed interface PlainLine {

  /// Enter alone: to see what was held, and the prompt.
  record Nothing() implements PlainLine {}

  /// A message in the conversation that is open.
  record Say(String text) implements PlainLine {}

  /// Another conversation is open from now on.
  ///
  /// @param text a message in it, empty for none
  record Talk(String with, String text) implements PlainLine {}

  /// Lists people.
  ///
  /// @param prefix what the names begin with, empty for everybody who is online
  record Who(String prefix) implements PlainLine {}

  record Inbox() implements PlainLine {}

  /// Reads what was written in the conversation that is open.
  ///
  /// @param count the newest so many messages
  record Read(int count) implements PlainLine {}

  record Outbox() implements PlainLine {}

  /// Tries to send a refused message again.
  ///
  /// @param number of a message in the outbox, from 1 on
  record Retry(int number) implements PlainLine {}

  /// Gives a message up.
  ///
  /// @param number as above
  record Drop(int number) implements PlainLine {}

  record Away(String text) implements PlainLine {}

  record Back() implements PlainLine {}

  record Connect() implements PlainLine {}

  record Help() implements PlainLine {}

  record Quit() implements PlainLine {}

  /// There is no such command.
  record Unknown(String word) implements PlainLine {}

  /// Something is missing or makes no sense behind a command.
  record Wrong(String word) implements PlainLine {}

  int USUAL_COUNT = 20;
  int MOST_COUNT = 200;
  Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

  /// Reads a line. One that begins with two slashes is a message that begins with one.
  static PlainLine parse(String line) {
    if (line.isBlank()) {
      return new Nothing();
    }
    if (!line.startsWith("/")) {
      return new Say(line);
    }
    return line.startsWith("//") ? new Say(line.substring(1)) : command(line.strip());
  }

  private static PlainLine command(String line) {
    var words = line.split("\\s+", 2);
    var word = words[0].toLowerCase(Locale.ROOT);
    var rest = words.length < 2 ? "" : words[1];
    return switch (word) {
      case "/msg", "/m" -> talk(word, rest);
      case "/who", "/w" -> new Who(rest);
      case "/inbox", "/i" -> new Inbox();
      case "/read", "/r" -> rest.isEmpty() ? new Read(USUAL_COUNT) : read(word, rest);
      case "/outbox", "/o" -> new Outbox();
      case "/retry" -> isNumber(rest) ? new Retry(Integer.parseInt(rest)) : new Wrong(word);
      case "/drop" -> isNumber(rest) ? new Drop(Integer.parseInt(rest)) : new Wrong(word);
      case "/away" -> new Away(rest);
      case "/back" -> new Back();
      case "/reconnect" -> new Connect();
      case "/help", "/h", "/?" -> new Help();
      case "/quit", "/q" -> new Quit();
      default -> new Unknown(words[0]);
    };
  }

  private static PlainLine talk(String word, String rest) {
    var words = rest.split("\\s+", 2);
    return rest.isEmpty()
        ? new Wrong(word)
        : new Talk(words[0].replaceFirst("^@", ""), words.length < 2 ? "" : words[1]);
  }

  private static PlainLine read(String word, String rest) {
    return isNumber(rest)
        ? new Read(Math.min(Integer.parseInt(rest), MOST_COUNT))
        : new Wrong(word);
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
