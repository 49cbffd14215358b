package kabar.bench;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A message of a load whose text tells which it is, so that it can be found again. All there is to
/// know of it follows from its two numbers.
///
/// @param sender a number for each connection that sends
/// @param number counts the messages of a sender, from 0
record Letter(int sender, int number) {
  /// Those who exist on a server started with `--demo`.
  static final List<String> USERS = List.of("messi", "henderson", "lineker");

  private static final int LONGEST_FILLER = 180;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9}) (\\d{1,9}) x+");

  /// The letter with this text; empty if none has.
  static Optional<Letter> parse(String text) {
    var matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
                new Letter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
            .filter(letter -> letter.text().equals(text))
        : Optional.empty();
  }

  /// The user who is logged in as this sender.
  static String user(int sender) {
    return USERS.get(sender % USERS.size());
  }

  String from() {
    return user(sender);
  }

  String to() {
    return USERS.get((sender + number) % USERS.size());
  }

  String text() {
    return "%d %d %s".formatted(sender, number, "x".repeat(1 + number * 7 % LONGEST_FILLER));
  }
}
