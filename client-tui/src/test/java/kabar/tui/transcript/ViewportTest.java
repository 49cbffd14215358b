package kabar.tui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kabar.protocol.Reply;
import kabar.tui.layout.Scene;
import kabar.tui.state.Anchor;
import kabar.tui.state.Focus;
import kabar.tui.state.TuiState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// 80 columns and 24 rows leave 19 for messages.
final class ViewportTest {
  private static final Anchor NEWEST = new Anchor.Newest();

  @Nested
  final class Moving {
    private final TuiState state = Scene.with(80, 24, Scene.many(100));

    @Test
    void beginsAtTheNewest() {
      var view = Viewport.of(state);

      assertThat(view.height()).isEqualTo(19);
      assertThat(view.rows()).hasSize(19).last().extracting(Row::id).isEqualTo("m99");
      assertThat(view.newestVisible()).isEqualTo("m99");
      assertThat(view.newBelow()).isZero();
    }

    @Test
    void goesUpRowByRowAndBackAgain() {
      var up = at(Viewport.of(state).moved(3));

      assertThat(up.rows()).hasSize(19).last().extracting(Row::id).isEqualTo("m96");
      assertThat(up.newestVisible()).isEqualTo("m96");
      assertThat(up.newBelow()).isEqualTo(3);
      assertThat(up.moved(-3)).isEqualTo(NEWEST);
      assertThat(up.moved(-99)).isEqualTo(NEWEST);
    }

    @Test
    void endsWhereTheOldestIsAtTheTop() {
      var top = at(Viewport.of(state).moved(5000));

      assertThat(top.isAtOldest()).isTrue();
      assertThat(top.rows()).hasSize(19);
      assertThat(text(top.rows().get(2))).contains("text 0");
      assertThat(Viewport.of(state).oldest()).isEqualTo(Viewport.of(state).moved(5000));
    }

    @Test
    void staysWhenNewerOnesCome() {
      var up = state.conversation(state.conversation().anchored(Viewport.of(state).moved(5)));
      var before = Viewport.of(up).rows();

      var notes = new ArrayList<>(Scene.many(100));
      notes.add(Scene.note("new", "henderson", 1, "hello"));
      var after =
          Viewport.of(
              Scene.with(80, 24, notes)
                  .conversation(Scene.conversation(notes).anchored(up.conversation().anchor())));

      assertThat(after.rows()).isEqualTo(before);
      assertThat(after.newBelow()).isEqualTo(6);
    }

    @Test
    void staysWhenOlderOnesAreLoaded() {
      var all = Scene.many(100);
      var half = Scene.with(80, 24, all.subList(50, 100));
      var anchor = Viewport.of(half).oldest();
      var before = Viewport.of(half.conversation(half.conversation().anchored(anchor))).rows();

      var whole = Scene.with(80, 24, all);
      var after = Viewport.of(whole.conversation(whole.conversation().anchored(anchor))).rows();

      // What stood above the oldest makes room for what is older; the rest stands where it stood.
      assertThat(after.subList(3, 19)).isEqualTo(before.subList(3, 19));
      assertThat(before.get(18).id()).isEqualTo("m66");
      assertThat(after.get(18).id()).isEqualTo("m66");
    }

    @Test
    void goesToTheNewestWhenItsMessageIsGone() {
      var lost = state.conversation(state.conversation().anchored(new Anchor.Row("gone", 0)));

      assertThat(Viewport.of(lost).rows()).isEqualTo(Viewport.of(state).rows());
    }

    private Viewport at(Anchor anchor) {
      return Viewport.of(state.conversation(state.conversation().anchored(anchor)));
    }
  }

  @Nested
  final class Showing {
    private final TuiState state = Scene.with(80, 24, Scene.many(100));

    @Test
    void bringsAMessageOntoTheScreen() {
      for (var id : List.of("m0", "m1", "m42", "m80")) {
        var anchor = Viewport.of(state).showing(id);

        assertThat(at(anchor).visible()).contains(id);
      }
    }

    @Test
    void staysWhereTheMessageIsOnTheScreen() {
      assertThat(Viewport.of(state).showing("m99")).isEqualTo(NEWEST);
      assertThat(Viewport.of(state).showing("m90")).isEqualTo(NEWEST);
    }

    @Test
    void staysWhereThereIsNoSuchMessage() {
      assertThat(Viewport.of(state).showing("gone")).isEqualTo(NEWEST);
    }

    @Test
    void showsTheBeginningOfOneThatIsLargerThanTheScreen() {
      var notes = Scene.notes(Scene.note("long", "henderson", -9, "line\n".repeat(60)));
      notes.addAll(Scene.many(5));
      var tall = Scene.with(80, 24, notes);

      var anchor = Viewport.of(tall).showing("long");

      var rows = Viewport.of(tall.conversation(tall.conversation().anchored(anchor))).rows();
      assertThat(rows.getFirst()).extracting(Row::id, Row::part).containsExactly("long", 0);
    }

    private Viewport at(Anchor anchor) {
      return Viewport.of(state.conversation(state.conversation().anchored(anchor)));
    }
  }

  @Nested
  final class Counting {

    @Test
    void countsWhatCameFromOthersAndWasNotSeenYet() {
      var notes = Scene.notes(Scene.many(60).toArray(Reply.Note[]::new));
      notes.add(Scene.note("mine", "messi", 1, "ok"));
      notes.add(Scene.note("new", "henderson", 2, "thanks"));
      var seen = Scene.conversation(notes).seen("m59");
      var state = Scene.with(80, 24, notes).conversation(seen);

      var up = state.conversation(seen.anchored(Viewport.of(state).moved(10)));

      assertThat(Viewport.of(up).newBelow()).isEqualTo(10);
      assertThat(Viewport.of(up).unseenBelow()).isOne();
    }

    @Test
    void aMessageIsVisibleWhenItsLastRowIs() {
      var notes = Scene.notes(Scene.note("a", "henderson", -2, "one"));
      notes.add(Scene.note("b", "henderson", -1, "line\n".repeat(29) + "end"));
      var state = Scene.with(80, 24, notes);

      var up = state.conversation(state.conversation().anchored(Viewport.of(state).moved(1)));

      assertThat(Viewport.of(state).newestVisible()).isEqualTo("b");
      assertThat(Viewport.of(up).newestVisible()).isEmpty();
    }

    @Test
    void whatIsInTheOutboxIsNotSeenButShown() {
      var state = Scene.with(80, 24, Scene.many(3));
      state = state.lists(state.lists().outbox(List.of(Scene.pending("k1", "on my way"))));

      var view = Viewport.of(state);

      assertThat(view.rows().getLast().id()).isEqualTo("k1");
      assertThat(view.newestVisible()).isEqualTo("m2");
      assertThat(view.newBelow()).isZero();
    }

    @Test
    void nothingIsVisibleWhileAnotherPanelIsShown() {
      var view = Viewport.of(Scene.with(50, 16, Scene.many(3)).focus(Focus.INBOX, ""));

      assertThat(view.rows()).isEmpty();
      assertThat(view.newestVisible()).isEmpty();
      assertThat(view.isAtOldest()).isFalse();
      assertThat(view.showing("m0")).isEqualTo(NEWEST);
    }

    @Test
    void aConversationWithoutMessagesIsAtItsBeginning() {
      var view = Viewport.of(Scene.with(80, 24, List.of()));

      assertThat(view.rows()).hasSize(1);
      assertThat(view.isAtOldest()).isTrue();
      assertThat(view.moved(1)).isEqualTo(NEWEST);
      assertThat(view.newestVisible()).isEmpty();
    }
  }

  @Nested
  final class Costing {

    @Test
    void laysOutNoMoreThanTheScreenNeeds() {
      var state = Scene.with(80, 24, Scene.many(2000));
      var view = Viewport.of(state);

      view.rows();
      view.newestVisible();
      view.newBelow();

      assertThat(view.laidOut()).isLessThanOrEqualTo(20);
    }

    @Test
    void aPageUpInTheMiddleCostsTwoScreens() {
      var state = Scene.with(80, 24, Scene.many(2000));
      var middle = state.conversation(state.conversation().anchored(new Anchor.Row("m1000", 0)));
      var view = Viewport.of(middle);

      view.moved(19);
      view.isAtOldest();
      view.showing("m995");

      assertThat(view.laidOut()).isLessThanOrEqualTo(60);
    }
  }

  @Test
  void everyMoveAtEverySizeShowsAFullScreenAndComesToAnEnd() {
    for (int columns : List.of(20, 49, 60, 80, 130)) {
      for (int rows : List.of(5, 6, 12, 25)) {
        var state = Scene.with(columns, rows, Scene.many(70));
        var up = IntStream.range(0, 300).boxed().reduce(state, ViewportTest::moveUp, (a, _) -> a);

        assertThat(Viewport.of(up).isAtOldest()).isTrue();
        assertThat(Viewport.of(up).rows()).hasSize(Viewport.of(up).height());
      }
    }
  }

  private static TuiState moveUp(TuiState state, int step) {
    var anchor = Viewport.of(state).moved(step % 3 + 1);
    return state.conversation(state.conversation().anchored(anchor));
  }

  private static String text(Row row) {
    return row.spans().stream().map(Span::text).collect(Collectors.joining(" "));
  }
}
