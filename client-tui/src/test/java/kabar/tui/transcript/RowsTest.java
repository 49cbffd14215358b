package kabar.tui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import kabar.protocol.Reply;
import kabar.tui.layout.Scene;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Size;
import kabar.tui.state.Settings;
import kabar.tui.state.TuiState;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;
import org.junit.jupiter.api.Test;

/// How a conversation reads.
final class RowsTest {

  @Test
  void tellsTimeNameTextAndWhatBecameOfIt() {
    var state =
        Scene.with(
            80,
            24,
            Scene.notes(
                note("a", "henderson", -60, "are you there?"), note("b", "messi", 0, "yes")));

    assertThat(shown(state))
        .isEqualTo(
            """
                          beginning of the conversation
            ──────────────────── Wed 19 Nov 2025 ─────────────────────
             08:46 henderson are you there?
             09:46 messi     yes                                   ✓
            """);
  }

  @Test
  void saysANameOnceWithinFiveMinutes() {
    var state =
        Scene.with(
            80,
            24,
            Scene.notes(
                note("a", "henderson", -12, "one"),
                note("b", "henderson", -8, "two"),
                note("c", "henderson", -3, "three")));

    assertThat(shown(state))
        .contains(
            """
             09:34 henderson one
             09:38   ↳       two
             09:43 henderson three
            """);
  }

  @Test
  void wrapsUnderTheText() {
    var state =
        Scene.with(
            80,
            24,
            List.of(
                note(
                    "a",
                    "henderson",
                    0,
                    "long lines wrap under the text column, not under the name")));

    assertThat(shown(state))
        .contains(
            """
             09:46 henderson long lines wrap under the text
                             column, not under the name
            """);
  }

  @Test
  void hasTimeAndNameAboveTheTextWhereThereIsLittleRoom() {
    var state =
        Scene.with(
            50,
            16,
            Scene.notes(
                note("a", "henderson", -9, "does it still speak inbox?"),
                note("b", "messi", -1, "yes: echo inbox TOKEN | nc host 9000"),
                note("c", "messi", 0, "try it")));

    assertThat(shown(state))
        .contains(
            """
             09:37 henderson
             does it still speak inbox?
             09:45 messi ✓
             yes: echo inbox TOKEN | nc host 9000
             ↳ try it                                      ✓
            """);
  }

  @Test
  void partsDaysAndWhatIsNew() {
    var notes =
        Scene.notes(
            note("a", "henderson", -600, "good night"),
            note("b", "henderson", -500, "up?"),
            note("c", "messi", -3, "yes"),
            note("d", "henderson", 0, "fine"));
    var state = Scene.with(80, 24, notes);

    var read = state.conversation(state.conversation().newAfter("a"));

    assertThat(shown(read))
        .isEqualTo(
            """
                          beginning of the conversation
            ──────────────────── Tue 18 Nov 2025 ─────────────────────
             23:46 henderson good night
            ──────────────────── Wed 19 Nov 2025 ─────────────────────
            ╌╌╌╌╌╌╌╌╌╌╌ 2 new since Tue 18 Nov 2025 23:46 ╌╌╌╌╌╌╌╌╌╌╌╌
            ▌01:26 henderson up?
             09:43 messi     yes                                   ✓
            ▌09:46 henderson fine
            """);
  }

  @Test
  void saysDaysInTheUsersLanguageAndZone() {
    var state = Scene.with(80, 24, List.of(note("a", "henderson", -360, "good morning")));
    var settings = state.settings();
    var indonesian =
        new Settings(
            new Sentences(Language.INDONESIAN),
            ZoneId.of("America/Argentina/Buenos_Aires"),
            settings.theme(),
            true,
            true,
            false);

    assertThat(shown(state.settings(indonesian)))
        .startsWith(
            "                     awal percakapan\n──────────────────── Sel 18 Nov 2025 ──");
  }

  @Test
  void tellsWhatIsAboveTheOldest() {
    var state = Scene.with(80, 24, Scene.many(1));
    var conversation = state.conversation();
    var more = conversation.knowing(new Reply.History(conversation.notes(), true));

    assertThat(shown(state.conversation(more)))
        .startsWith("╌╌ older messages are on the server: Page Up loads them ╌╌\n");
    assertThat(shown(state.conversation(more.loading(true))))
        .startsWith("                 loading older messages …\n");
  }

  @Test
  void endsWithWhatIsOnItsWayOrWasRefused() {
    var state = Scene.with(80, 24, Scene.many(1));
    var outbox = List.of(Scene.pending("k1", "on my way"), Scene.failed("k2", "too long"));

    assertThat(shown(state.lists(state.lists().outbox(outbox))))
        .endsWith(
            """
             09:46 messi     on my way                             …
             09:46   ↳       too long                              ! r
            """);
  }

  @Test
  void showsNoMessageTwiceThatWasStoredAMomentAgo() {
    var stored = new Reply.Note("s", "messi", "henderson", "hello", "k1", Scene.NOW);
    var state = Scene.with(80, 24, List.of(stored));

    var shown = shown(state.lists(state.lists().outbox(List.of(Scene.pending("k1", "hello")))));

    assertThat(shown).containsOnlyOnce("hello");
  }

  @Test
  void keepsALinkWholeWhereThePanelIsWideEnough() {
    var link = "https://example.org/releases/1.4/kabar-1.4.tar.gz";
    var state = Scene.with(80, 24, List.of(note("a", "henderson", 0, "see " + link + " now")));

    assertThat(shown(state))
        .contains(" 09:46 henderson see\n " + link + "\n                 now\n");
  }

  @Test
  void marksLinks() {
    var state = Scene.with(80, 24, List.of(note("a", "henderson", 0, "see https://e.org now")));

    var row = Viewport.of(state).rows().getLast();

    assertThat(row.spans()).contains(new Span(21, "https://e.org", Ink.LINK));
  }

  @Test
  void cutsALongNameWithASign() {
    var note = new Reply.Note("a", "a-very-long-user-name", "messi", "hi", "", Scene.NOW);

    assertThat(shown(Scene.with(80, 24, List.of(note)))).contains(" 09:46 a-very-l… hi\n");
  }

  @Test
  void cleansWhatIsForeign() {
    var note = new Reply.Note("a", "he\u001bnd", "messi", "a\u001b[2Jb\u202ec", "", Scene.NOW);

    assertThat(shown(Scene.with(80, 24, List.of(note)))).contains(" 09:46 he␛nd     a␛[2Jbc\n");
  }

  @Test
  void needsNothingButAscii() {
    var state =
        Scene.with(80, 24, Scene.notes(note("a", "messi", -1, "a"), note("b", "messi", 0, "b")));
    var settings = state.settings();
    var ascii =
        new Settings(settings.sentences(), settings.zone(), settings.theme(), true, true, true);

    assertThat(shown(state.settings(ascii))).matches("[ -~\n]+").contains("  \"       b");
  }

  private static Reply.Note note(String id, String from, int minutes, String text) {
    return Scene.note(id, from, minutes, text);
  }

  /// The rows as they are painted, without what is blank at their ends.
  private static String shown(TuiState state) {
    var rows = Viewport.of(state).rows();
    var canvas = new Canvas(new Size(state.size().columns(), rows.size()));
    for (int row = 0; row < rows.size(); row++) {
      for (var span : rows.get(row).spans()) {
        canvas.surface().put(span.column(), row, span.text(), span.ink());
      }
    }
    return canvas
        .toString()
        .lines()
        .map(line -> line.stripTrailing() + "\n")
        .reduce("", String::concat);
  }
}
