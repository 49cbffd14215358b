package kabar.protocol;

import static kabar.protocol.RpcWire.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kabar.protocol.Command.History;
import kabar.protocol.Command.ListConversations;
import kabar.protocol.Command.Range;
import kabar.protocol.Incoming.Answered;
import kabar.protocol.Reply.Conversations;
import kabar.protocol.Reply.Note;
import kabar.protocol.Reply.Talk;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RpcPageTest {
  private static final int LIMIT = 256 * 1024;
  private static final String LONGEST_ID = "\"" + "\\u0001".repeat(21) + "\"";

  @Test
  void losesTheOldestMessagesWhereTheNewestWereAskedFor() {
    var notes = notes(20, 16 * 1024);

    for (var range : List.of(new Range.Newest(), new Range.Before("99"))) {
      var page = history(range, notes, false);

      assertThat(page.notes()).isEqualTo(notes.subList(20 - page.notes().size(), 20)).hasSize(15);
      assertThat(page.more()).isTrue();
    }
  }

  @Test
  void losesTheNewestMessagesWhereThoseAfterOneWereAskedFor() {
    var notes = notes(20, 16 * 1024);

    var page = history(new Range.After("0"), notes, false);

    assertThat(page.notes()).isEqualTo(notes.subList(0, 15));
    assertThat(page.more()).isTrue();
  }

  @Test
  void keepsWhatTheServerSaidOfFurtherOnesWhereAllHaveRoom() {
    var notes = notes(200, 100);

    assertThat(history(new Range.Newest(), notes, false))
        .isEqualTo(new Reply.History(notes, false));
    assertThat(history(new Range.After("0"), notes, true))
        .isEqualTo(new Reply.History(notes, true));
  }

  @Test
  void holdsOneMessageHoweverLong() {
    var notes = notes(2, 2 * LIMIT);

    assertThat(history(new Range.Newest(), notes, false).notes()).isEqualTo(notes.subList(1, 2));
    assertThat(history(new Range.After("0"), notes, false).notes()).isEqualTo(notes.subList(0, 1));
  }

  @Test
  void losesTheConversationsWithTheOldestMessages() {
    var talks =
        notes(20, 16 * 1024).stream().map(note -> new Talk(Wire.MESSI, note, 1, "")).toList();

    var page =
        (Conversations) answer(new ListConversations(50, ""), new Conversations(talks, false));

    assertThat(page.talks()).isEqualTo(talks.subList(0, 15));
    assertThat(page.more()).isTrue();
  }

  @RepeatedTest(50)
  void isNeverLongerThanPromisedAndNeverMuchShorter() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var notes = notes(200, 1_000 + random.nextInt(2_000));
    var command =
        new History("messi", random.nextBoolean() ? new Range.Newest() : new Range.After("0"), 200);

    var line = SERVER.encode(new Request(command, LONGEST_ID), new Reply.History(notes, false));

    var isWhole =
        ((Reply.History) answer(command, new Reply.History(notes, false))).notes().size() == 200;
    assertThat(line.length).as("seed %d", seed).isLessThanOrEqualTo(LIMIT);
    assertThat(isWhole || line.length > LIMIT - 4_096).as("seed %d", seed).isTrue();
  }

  private static Reply.History history(Range range, List<Note> notes, boolean more) {
    return (Reply.History) answer(new History("messi", range, 200), new Reply.History(notes, more));
  }

  private static Reply answer(Command command, Reply reply) {
    var line = SERVER.encode(new Request(command, "1"), reply);
    return ((Answered) RpcWire.CLIENT.read(ByteBuffer.wrap(line), _ -> command)).reply();
  }

  private static List<Note> notes(int count, int textBytes) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> new Note("" + i, "messi", "henderson", "x".repeat(textBytes), "", Instant.EPOCH))
        .toList();
  }
}
