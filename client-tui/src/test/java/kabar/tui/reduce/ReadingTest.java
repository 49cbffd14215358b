package kabar.tui.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kabar.client.ConnectionState;
import kabar.protocol.Reply;
import kabar.tui.bindings.Intent;
import kabar.tui.state.Anchor;
import kabar.tui.state.Overlay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Scrolling, loading what is older, searching, and what counts as read.
final class ReadingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Stage stage = Stage.withTalks();

  @Nested
  final class Read {
    @Test
    void isWhatWasOnTheScreenForASecond() {
      arrive(6);
      stage.pass(Duration.ofMillis(999));
      assertThat(marks()).isEmpty();

      stage.pass(Duration.ofMillis(1));

      assertThat(marks()).containsExactly(new Effect.MarkRead("messi", "m6"));
    }

    @Test
    void isToldOnce() {
      arrive(6);

      stage.pass(SECOND).pass(SECOND).pass(SECOND);

      assertThat(marks()).hasSize(1);
    }

    @Test
    void isNothingWhileTheTerminalIsNotLookedAt() {
      stage.act(new Action.FocusChanged(false));
      arrive(6);
      stage.pass(SECOND.multipliedBy(60));
      assertThat(marks()).isEmpty();

      stage.act(new Action.FocusChanged(true)).pass(SECOND);

      assertThat(marks()).containsExactly(new Effect.MarkRead("messi", "m6"));
    }

    @Test
    void isNothingBelowTheScreen() {
      many();
      stage.press(Intent.PAGE_UP).pass(SECOND).effects();

      stage.act(new Action.TalksRead(List.of(Stage.talk("messi", 1, "m80")), true));
      stage.act(new Action.HistoryRead("messi", Stage.history(false, Stage.notes("messi", 1, 81))));
      stage.pass(SECOND).pass(SECOND);

      assertThat(marks()).isEmpty();
    }

    @Test
    void isNothingUnderHelp() {
      stage.press(Intent.HELP);
      arrive(6);
      stage.pass(SECOND).pass(SECOND);

      assertThat(marks()).isEmpty();
    }

    @Test
    void isNotHeldUpByMessagesThatKeepComing() {
      arrive(6);
      stage.pass(Duration.ofMillis(500));
      arrive(7);
      stage.pass(Duration.ofMillis(500));

      assertThat(marks()).containsExactly(new Effect.MarkRead("messi", "m6"));
    }

    @Test
    void isNotToldForOwnMessages() {
      var notes =
          Stream.concat(
                  Stage.notes("messi", 1, 5).stream(), Stream.of(Stage.own("messi", "o1", "mine")))
              .toList();

      stage.act(new Action.HistoryRead("messi", Stage.history(false, notes))).pass(SECOND);

      assertThat(marks()).isEmpty();
    }

    @Test
    void isNotToldAgainOfWhatWasReadOnAnotherDevice() {
      arrive(6);
      stage.act(new Action.TalksRead(List.of(Stage.talk("messi", 0, "m6")), true)).pass(SECOND);

      assertThat(marks()).isEmpty();
    }

    private List<Effect> marks() {
      return stage.effects().stream().filter(Effect.MarkRead.class::isInstance).toList();
    }
  }

  @Nested
  final class LineAboveTheNew {
    @Test
    void staysWhereItWasWhenTheConversationWasOpened() {
      stage.act(
          new Action.TalksRead(
              List.of(Stage.talk("messi", 0, "m5"), Stage.talk("henderson", 2, "h3")), true));
      stage.press(Intent.NEXT_UNREAD);
      stage.act(
          new Action.HistoryRead(
              "henderson", Stage.history(false, Stage.notes("henderson", 1, 5))));
      assertThat(stage.state().conversation().newAfter()).isEqualTo("h3");

      stage.pass(SECOND).act(new Action.TalksRead(List.of(Stage.talk("henderson", 0, "h5")), true));

      assertThat(stage.state().conversation().newAfter()).isEqualTo("h3");
    }

    @Test
    void isNotThereIfNothingIsNew() {
      assertThat(stage.state().conversation().newAfter()).isEmpty();
    }
  }

  @Nested
  final class Scrolled {
    @Test
    void staysStillWhileMessagesCome() {
      many();
      stage.press(Intent.PAGE_UP);
      var anchor = stage.state().conversation().anchor();

      stage.act(new Action.HistoryRead("messi", Stage.history(false, Stage.notes("messi", 1, 90))));

      assertThat(anchor).isInstanceOf(Anchor.Row.class);
      assertThat(stage.state().conversation().anchor()).isEqualTo(anchor);
    }

    @Test
    void goesBackToTheNewest() {
      many();
      stage.press(Intent.PAGE_UP, Intent.NEWEST);

      assertThat(stage.state().conversation().anchor()).isEqualTo(new Anchor.Newest());
    }

    @Test
    void goesToTheNewestIfItsMessageIsNotKnownAnyMore() {
      many();
      stage.press(Intent.PAGE_UP);

      stage.act(
          new Action.HistoryRead("messi", Stage.history(false, Stage.notes("messi", 200, 201))));

      assertThat(stage.state().conversation().anchor()).isEqualTo(new Anchor.Newest());
    }

    @Test
    void staysWhereAMessageIsForgottenThatCanBeReadAgain() {
      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 41, 80))));
      stage.press(Intent.PAGE_UP);
      var anchor = stage.state().conversation().anchor();

      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 81, 81))));

      assertThat(anchor).isInstanceOf(Anchor.Row.class);
      assertThat(stage.state().conversation().anchor()).isEqualTo(anchor);
      assertThat(stage.state().conversation().isLoading()).isTrue();
    }
  }

  @Nested
  final class OlderMessages {
    @Test
    void areAskedForAtTheTopOnceAtATime() {
      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 41, 80))));
      stage.effects();

      stage.press(Intent.OLDEST, Intent.PAGE_UP, Intent.OLDEST);

      assertThat(stage.effects()).containsExactly(new Effect.ReadOlder("messi"));
      assertThat(stage.state().conversation().isLoading()).isTrue();
    }

    @Test
    void areNotAskedForIfThereAreNone() {
      many();

      stage.press(Intent.OLDEST, Intent.PAGE_UP);

      assertThat(stage.effects()).isEmpty();
    }

    @Test
    void canBeAskedForAgainAfterAFailure() {
      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 41, 80))));
      stage.press(Intent.OLDEST).act(new Action.OlderRead("messi", "not online")).effects();
      assertThat(stage.remark()).isEqualTo("Older messages could not be read: not online.");

      stage.press(Intent.PAGE_UP);

      assertThat(stage.effects()).containsExactly(new Effect.ReadOlder("messi"));
    }

    @Test
    void doNotMoveTheView() {
      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 41, 80))));
      stage.press(Intent.OLDEST);
      var anchor = stage.state().conversation().anchor();

      stage.act(new Action.HistoryRead("messi", Stage.history(false, Stage.notes("messi", 1, 80))));
      stage.act(new Action.OlderRead("messi", ""));

      assertThat(stage.state().conversation().anchor()).isEqualTo(anchor);
    }

    @Test
    void fillAScreenThatIsNotFull() {
      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 4, 5))));

      assertThat(stage.effects()).containsExactly(new Effect.ReadOlder("messi"));
    }

    @Test
    void areReadUntilSoManyAreThere() {
      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 61, 90))));
      stage.effects();
      stage.enter("/read 80");
      assertThat(stage.effects()).contains(new Effect.ReadOlder("messi"));

      older(31);
      assertThat(stage.effects()).containsExactly(new Effect.ReadOlder("messi"));

      older(1);

      assertThat(stage.effects()).isEmpty();
      assertThat(stage.state().conversation().anchor()).isInstanceOf(Anchor.Row.class);
    }
  }

  @Nested
  final class Search {
    @Test
    void findsTheNewestAndThenOlderOnes() {
      many();
      stage.press(Intent.SEARCH).type("TEXT 7");
      assertThat(found()).isEqualTo("m79");

      stage.press(Intent.ACCEPT, Intent.UP);
      assertThat(found()).isEqualTo("m77");

      stage.press(Intent.DOWN);
      assertThat(found()).isEqualTo("m78");
    }

    @Test
    void hasWhatItFindsOnTheScreen() {
      many();

      stage.press(Intent.SEARCH).type("text 12");

      assertThat(found()).isEqualTo("m12");
      assertThat(stage.state().conversation().anchor()).isInstanceOf(Anchor.Row.class);
    }

    @Test
    void goesOnInOlderMessagesUntilItIsFound() {
      stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 41, 80))));
      stage.effects();
      stage.enter("/search text 3");
      assertThat(stage.effects()).contains(new Effect.ReadOlder("messi"));

      older(11);

      assertThat(found()).isEqualTo("m39");
      assertThat(stage.effects()).isEmpty();
    }

    @Test
    void saysThatThereIsNothing() {
      many();

      stage.press(Intent.SEARCH).type("nobody").press(Intent.ACCEPT);

      assertThat(stage.remark()).isEqualTo("'nobody' is not in this conversation.");
    }

    @Test
    void saysThatThereIsNothingFurther() {
      many();

      stage.press(Intent.SEARCH).type("text 80").press(Intent.DOWN);
      assertThat(stage.remark()).isEqualTo("No further 'text 80' in this direction.");
    }

    @Test
    void endsWhereItFound() {
      many();
      stage.press(Intent.SEARCH).type("text 12").press(Intent.BACK);

      assertThat(stage.overlay()).isEqualTo(new Overlay.None());
      assertThat(stage.state().conversation().anchor()).isInstanceOf(Anchor.Row.class);
    }

    private String found() {
      return stage.overlay() instanceof Overlay.Search search ? search.found() : "";
    }
  }

  @Test
  void readsNothingOlderByItselfWhileItIsOffline() {
    stage.act(new Action.StateChanged(new ConnectionState.Connecting(), ""));

    stage.act(new Action.HistoryRead("messi", Stage.history(true, Stage.notes("messi", 4, 5))));

    assertThat(stage.effects()).isEmpty();
  }

  private void many() {
    stage.act(new Action.TalksRead(List.of(Stage.talk("messi", 0, "m80")), true));
    stage.act(new Action.HistoryRead("messi", Stage.history(false, Stage.notes("messi", 1, 80))));
    stage.effects();
  }

  private void older(int first) {
    var known = stage.state().conversation().notes();
    var newest = Integer.parseInt(known.getLast().id().substring(1));
    stage.act(
        new Action.HistoryRead(
            "messi", new Reply.History(Stage.notes("messi", first, newest), first > 1)));
    stage.act(new Action.OlderRead("messi", ""));
  }

  private void arrive(int place) {
    stage.act(new Action.TalksRead(List.of(Stage.talk("messi", place - 5, "m5")), true));
    stage.act(
        new Action.HistoryRead("messi", Stage.history(false, Stage.notes("messi", 1, place))));
    stage.act(new Action.Arrived(Stage.note("messi", place)));
  }
}
