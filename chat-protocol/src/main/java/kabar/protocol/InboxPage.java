package kabar.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kabar.protocol.Reply.Letter;

/// Chooses and groups the messages of one reply to `inbox`.
final class InboxPage {
  private static final int EMPTY_BYTES = "{\"status\": \"OK\", \"messages\": {}}\r\n\r\n".length();
  private static final int SEPARATOR_BYTES = ", ".length();
  private static final int SENDER_BYTES = ": []".length();
  private static final int LETTER_BYTES = "{\"msg_from\": , \"msg_to\": , \"msg\": }".length();

  private InboxPage() {}

  /// The newest letters whose reply, terminator included, is not longer than the limit; at least
  /// one if there is any.
  static List<Letter> newest(List<Letter> letters, int maxBytes) {
    var senders = new HashSet<String>();
    int bytes = EMPTY_BYTES;
    int first = letters.size();
    while (first > 0) {
      var letter = letters.get(first - 1);
      bytes += added(letter, senders);
      if (bytes > maxBytes && first < letters.size()) {
        break;
      }
      first--;
    }
    return letters.subList(first, letters.size());
  }

  /// By the senders' user names, in the order of each sender's first letter.
  static Map<String, List<Letter>> bySender(List<Letter> letters) {
    var groups = new LinkedHashMap<String, List<Letter>>();
    for (var letter : letters) {
      groups.computeIfAbsent(letter.from().user(), _ -> new ArrayList<>()).add(letter);
    }
    return groups;
  }

  /// The bytes that one more letter adds, as `TextReplies.inbox` writes it.
  private static int added(Letter letter, Set<String> senders) {
    boolean firstOfAll = senders.isEmpty();
    boolean firstOfSender = senders.add(letter.from().user());
    return LETTER_BYTES
        + TextJson.quotedLength(letter.from().displayName())
        + TextJson.quotedLength(letter.to().displayName())
        + TextJson.quotedLength(TextReplies.shown(letter.text()))
        + (firstOfSender ? TextJson.quotedLength(letter.from().user()) + SENDER_BYTES : 0)
        + (firstOfAll ? 0 : SEPARATOR_BYTES);
  }
}
