package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final List<Track> tracks = List.of(new Track(), new Track());

  /// Those to messi are 0 and 3 of the first sender, messi, and 2 of the second, henderson.
  @BeforeEach
  void send() {
    for (var track : tracks) {
      for (int i = 0; i < 4; i++) {
        track.acknowledge(track.send());
      }
    }
  }

  @Test
  void isReadAsTheTextDialectShowsIt() {
    var reply = reply(from("messi", 0, 0, 3), from("henderson", 1, 2));

    assertThat(Inbox.compare(reply, "messi", tracks))
        .isEqualTo(new LetterCheck.Findings(3, 0, 0, 0, 0, 0));
  }

  @Test
  void mayBeEmpty() {
    assertThat(Inbox.compare(reply(), "messi", tracks).isClean()).isTrue();
  }

  @Test
  void thatLacksTheLastOfASenderHasLostIt() {
    assertThat(Inbox.compare(reply(from("messi", 0, 0)), "messi", tracks).lost()).isEqualTo(1);
  }

  @Test
  void thatShowsALetterOfSomebodyElseShowsAForeignOne() {
    assertThat(Inbox.compare(reply(from("lineker", 0, 3)), "messi", tracks).foreign()).isEqualTo(1);
  }

  private static String reply(String... senders) {
    return "{\"status\": \"OK\", \"messages\": {%s}}\r\n\r\n".formatted(String.join(", ", senders));
  }

  private static String from(String user, int sender, int... numbers) {
    var messages = new StringBuilder();
    for (int number : numbers) {
      messages
          .append(messages.isEmpty() ? "" : ", ")
          .append("{\"msg_from\": \"Display Name\", \"msg_to\": \"Lionel Messi\", \"msg\": \" ")
          .append(new Letter(sender, number).text())
          .append(" \\r\\n\"}");
    }
    return "\"%s\": [%s]".formatted(user, messages);
  }
}
