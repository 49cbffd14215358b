package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kabar.protocol.Profile;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class StrandTest {
  private static final Profile HENDERSON = new Profile("henderson", "Jordan Henderson", "Inggris");

  @Test
  void takesWhatIsToldInItsOrder() {
    var strand = Strand.told("henderson", theirs("1"));

    strand.tell(mine("2"));
    strand.tell(theirs("3"));
    strand.tell(mine("2"));

    assertThat(ids(strand)).containsExactly("1", "2", "3");
    assertThat(strand.talk().unread()).isEqualTo(2);
  }

  @Test
  void beginsAnewWhereWhatIsToldMayBeOlderThanWhatWasRead() {
    var strand = Strand.listed(new Reply.Talk(HENDERSON, theirs("9"), 3, ""));

    strand.tell(theirs("7"));
    strand.tell(theirs("8"));
    strand.tell(theirs("9"));

    assertThat(ids(strand)).containsExactly("7", "8", "9");
    assertThat(strand.hasOlder()).isTrue();
    assertThat(strand.isUncertain()).isTrue();
  }

  @Test
  void goesOnWhereNothingOlderIsMissing() {
    var strand = Strand.listed(new Reply.Talk(HENDERSON, theirs("2"), 0, ""));
    strand.prepend("2", new Reply.History(List.of(theirs("1")), false));

    strand.tell(theirs("3"));

    assertThat(ids(strand)).containsExactly("1", "2", "3");
  }

  @Test
  void takesNoPageThatDoesNotJoin() {
    var strand = Strand.told("henderson", theirs("5"));

    strand.prepend("9", new Reply.History(List.of(theirs("8")), false));

    assertThat(ids(strand)).containsExactly("5");
    assertThat(strand.hasOlder()).isTrue();
  }

  @Test
  void countsWhatIsBehindTheMarkerAsUnread() {
    var strand = strand("1", "2", "3", "4");

    strand.mark("2");

    assertThat(strand.talk().unread()).isEqualTo(2);
    assertThat(strand.talk().marker()).isEqualTo("2");
  }

  @Test
  void neverMovesItsMarkerBackByItself() {
    var strand = strand("1", "2", "3");
    strand.mark("3");

    assertThat(strand.markAhead("2")).isFalse();
    assertThat(strand.talk().marker()).isEqualTo("3");
  }

  @Test
  void doubtsItsCountsAfterAMarkerThatItDoesNotKnow() {
    var strand = strand("5", "6");
    strand.merge(new Reply.Talk(HENDERSON, theirs("6"), 2, ""));

    strand.mark("3");

    assertThat(strand.isUncertain()).isTrue();
    strand.merge(new Reply.Talk(HENDERSON, theirs("6"), 2, "3"));
    assertThat(strand.isUncertain()).isFalse();
  }

  @Test
  void believesAListThatSaysTheSameAgainAndAgain() {
    var strand = strand("5", "6");
    strand.mark("6");

    for (int i = 0; i < 5; i++) {
      strand.merge(new Reply.Talk(HENDERSON, theirs("6"), 1, "5"));
    }

    assertThat(strand.talk().marker()).isEqualTo("5");
    assertThat(strand.talk().unread()).isEqualTo(1);
  }

  @Test
  void showsTheSameListAsLongAsNothingChanges() {
    var strand = strand("5", "6");
    var before = strand.history();

    assertThat(strand.history()).isSameAs(before);
    strand.tell(theirs("7"));
    assertThat(strand.history().notes()).hasSize(3);
    strand.prepend("5", new Reply.History(List.of(theirs("4")), false));
    assertThat(strand.history().notes()).hasSize(4);
  }

  @Test
  void keepsTheNewestOfVeryManyMessages() {
    var strand =
        strand(
            Stream.iterate(1, i -> i + 1).limit(2_010).map(String::valueOf).toArray(String[]::new));

    assertThat(ids(strand)).hasSize(2_000).startsWith("11").endsWith("2010");
    assertThat(strand.hasOlder()).isTrue();
  }

  private static Strand strand(String... ids) {
    var strand = Strand.told("henderson", theirs(ids[0]));
    Stream.of(ids).skip(1).map(StrandTest::theirs).forEach(strand::tell);
    return strand;
  }

  private static List<String> ids(Strand strand) {
    return strand.history(Integer.MAX_VALUE).notes().stream().map(Reply.Note::id).toList();
  }

  private static Reply.Note theirs(String id) {
    return new Reply.Note(id, "henderson", "messi", "hai", "", ScriptedServer.NOON);
  }

  private static Reply.Note mine(String id) {
    return new Reply.Note(id, "messi", "henderson", "hai", "", ScriptedServer.NOON);
  }
}
