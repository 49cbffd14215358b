package kabar.bench;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// The newest messages to a user, as the text dialect shows them.
final class Inbox {
  /// A sender's name, or a message of the sender that was named last.
  private static final Pattern PART = Pattern.compile("\"(\\w+)\": \\[|\"msg\": \" ([^\"]*) \\\\r");

  private Inbox() {}

  /// Asks for them and compares them.
  static LetterCheck.Findings check(
      TextClient client, String token, String user, List<Track> tracks) throws IOException {
    return compare(client.ask("inbox %s\r\n".formatted(token)), user, tracks);
  }

  /// Compares what a reply shows.
  static LetterCheck.Findings compare(String reply, String user, List<Track> tracks) {
    var check = new LetterCheck(tracks);
    var from = "";
    var parts = PART.matcher(reply);
    while (parts.find()) {
      if (parts.group(1) == null) {
        check.add(from, user, parts.group(2));
      } else {
        from = parts.group(1);
      }
    }
    return check.ofNewest(user);
  }
}
