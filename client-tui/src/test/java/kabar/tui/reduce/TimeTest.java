package kabar.tui.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kabar.client.ConnectionState;
import kabar.client.Loss;
import kabar.client.Refusal;
import kabar.protocol.Reply;
import kabar.tui.bindings.Intent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What comes by itself: messages, the connection, time.
final class TimeTest {
  private static final Instant NEXT_MINUTE = Stage.BEGIN.plusSeconds(60);
  private static final ConnectionState OFFLINE =
      new ConnectionState.Offline(
          Loss.LOST, Duration.ofSeconds(8), Stage.BEGIN.plusSeconds(8), "reset");

  private final Stage stage = Stage.withTalks();

  @Nested
  final class Tick {
    @Test
    void isNotWantedIfNothingIsShown() {
      assertThat(Reducer.nextTick(new Stage().state())).isEmpty();
    }

    @Test
    void isWantedAtTheNextMinuteIfNothingElseHappens() {
      assertThat(next()).hasValue(NEXT_MINUTE);
    }

    @Test
    void isWantedEachSecondWhileItIsOffline() {
      stage.pass(Duration.ofMillis(300)).act(new Action.StateChanged(OFFLINE, ""));
      assertThat(next()).hasValue(Stage.BEGIN.plusSeconds(1));

      stage.pass(Duration.ofMillis(700));

      assertThat(next()).hasValue(Stage.BEGIN.plusSeconds(2));
    }

    @Test
    void looksTheSameUntilTheClockOfTheScreenGoesOn() {
      stage.act(new Action.TypingTold("messi"));
      var before = stage.state();

      assertThat(stage.pass(Duration.ofMillis(5)).state().looksLike(before)).isTrue();
      assertThat(stage.pass(Duration.ofSeconds(6)).state().looksLike(before)).isFalse();
      var silent = stage.state();
      assertThat(stage.pass(Duration.ofMinutes(1)).state().looksLike(silent)).isFalse();
    }

    @Test
    void isWantedWhenSomebodyStopsTyping() {
      stage.act(new Action.TypingTold("messi"));
      assertThat(next()).hasValue(Stage.BEGIN.plusSeconds(6));

      stage.pass(Duration.ofSeconds(6));

      assertThat(stage.state().moment().typing()).isEmpty();
      assertThat(next()).hasValue(NEXT_MINUTE);
    }

    @Test
    void isWantedWhenARemarkEnds() {
      stage.act(new Action.Remarked("done", false));
      assertThat(next()).hasValue(Stage.BEGIN.plusSeconds(8));

      stage.pass(Duration.ofSeconds(8));

      assertThat(stage.remark()).isEmpty();
      assertThat(next()).hasValue(NEXT_MINUTE);
    }

    @Test
    void isWantedWhenAMessageWasSeenLongEnough() {
      stage.act(new Action.TalksRead(List.of(Stage.talk("messi", 1, "m5")), true));
      stage.act(new Action.HistoryRead("messi", Stage.history(false, Stage.notes("messi", 1, 6))));
      assertThat(next()).hasValue(Stage.BEGIN.plusSeconds(1));

      stage.pass(Duration.ofSeconds(1));

      assertThat(next()).hasValue(NEXT_MINUTE);
    }

    @Test
    void isNeverWantedForThePast() {
      stage.act(new Action.Remarked("done", false)).act(new Action.TypingTold("messi"));

      for (int step = 0; step < 40; step++) {
        var wanted = next().orElseThrow();
        assertThat(wanted).isAfter(stage.state().moment().now());
        stage.act(new Action.Ticked(wanted));
      }
    }

    private Optional<Instant> next() {
      return Reducer.nextTick(stage.state());
    }
  }

  @Nested
  final class Bell {
    @Test
    void ringsForAMessageOfAnotherConversation() {
      stage.act(new Action.Arrived(Stage.note("henderson", 6)));

      assertThat(stage.effects())
          .containsExactly(
              new Effect.Ring(), new Effect.Notify("Message from henderson", "text 6"));
    }

    @Test
    void isStillForTheOneThatIsLookedAt() {
      stage.act(new Action.Arrived(Stage.note("messi", 6)));

      assertThat(stage.effects()).isEmpty();
    }

    @Test
    void ringsForThatOneToWhileNobodyLooks() {
      stage.act(new Action.FocusChanged(false)).act(new Action.Arrived(Stage.note("messi", 6)));

      assertThat(stage.effects()).contains(new Effect.Ring());
    }

    @Test
    void isStillForOwnMessages() {
      stage.act(new Action.FocusChanged(false));

      stage.act(new Action.Arrived(Stage.own("henderson", "o1", "hi")));

      assertThat(stage.effects()).isEmpty();
    }

    @Test
    void ringsOnceInThreeSeconds() {
      stage.act(new Action.Arrived(Stage.note("henderson", 6))).effects();
      stage.pass(Duration.ofMillis(2999)).act(new Action.Arrived(Stage.note("henderson", 7)));
      assertThat(stage.effects()).isEmpty();

      stage.pass(Duration.ofMillis(1)).act(new Action.Arrived(Stage.note("henderson", 8)));

      assertThat(stage.effects()).contains(new Effect.Ring());
    }

    @Test
    void tellsNothingThatDrivesATerminal() {
      var hostile =
          new Reply.Note("h9", "henderson", Stage.ME, "\u001B]0;x\u0007hi\nthere", "", Stage.BEGIN);

      stage.act(new Action.Arrived(hostile));

      assertThat(stage.effects().toString()).doesNotContain("\u001B", "\u0007", "\n");
    }
  }

  @Nested
  final class Connection {
    @Test
    void readsWhoIsThereOnceItIsOnline() {
      stage.act(new Action.StateChanged(OFFLINE, ""));

      stage.act(new Action.StateChanged(Stage.ONLINE, "coach"));

      assertThat(stage.effects()).containsExactly(new Effect.ReadPeople());
    }

    @Test
    void countsAttemptsUntilItIsOnline() {
      stage.act(new Action.StateChanged(OFFLINE, ""));
      stage.act(new Action.StateChanged(new ConnectionState.Connecting(), ""));
      stage.act(new Action.StateChanged(OFFLINE, ""));
      assertThat(stage.state().standing().attempts()).isEqualTo(2);

      stage.act(new Action.StateChanged(Stage.ONLINE, "coach"));

      assertThat(stage.state().standing().attempts()).isZero();
    }

    @Test
    void countsTheTimeOfflineFromWhenTheConnectionWasLost() {
      stage.act(new Action.Ticked(Stage.BEGIN.plusSeconds(10)));
      stage.act(new Action.StateChanged(OFFLINE, ""));
      stage.act(new Action.Ticked(Stage.BEGIN.plusSeconds(50)));
      stage.act(new Action.StateChanged(new ConnectionState.Connecting(), ""));
      stage.act(new Action.StateChanged(OFFLINE, ""));
      assertThat(stage.state().standing().since()).isEqualTo(Stage.BEGIN.plusSeconds(10));

      stage.act(new Action.StateChanged(Stage.ONLINE, "coach"));

      assertThat(stage.state().standing().since()).isEqualTo(Stage.BEGIN.plusSeconds(50));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void saysWhyItHasStoppedTryingAndWhatHelps(Refusal refusal) {
      stage.act(new Action.StateChanged(new ConnectionState.Refused(refusal, "because"), ""));

      assertThat(stage.remark()).contains("/reconnect").doesNotContain("%s");
    }

    @Test
    void logsInAnewWhereOnlyThatHelps() {
      stage.act(
          new Action.StateChanged(new ConnectionState.Refused(Refusal.SESSION_ENDED, ""), ""));

      stage.press(Intent.RECONNECT);

      assertThat(stage.effects()).containsExactly(new Effect.LogIn());
    }

    @Test
    void triesAgainAtOnceElse() {
      stage.act(new Action.StateChanged(OFFLINE, ""));

      stage.press(Intent.RECONNECT);

      assertThat(stage.effects()).containsExactly(new Effect.Connect());
    }
  }

  @Nested
  final class Outbox {
    @Test
    void saysOnceThatAMessageWasRefused() {
      var refused = List.of(Stage.refused("k1", "nobody"));

      stage.act(new Action.OutboxRead(refused)).act(new Action.OutboxRead(refused));

      assertThat(stage.state().moment().remarks()).hasSize(1);
      assertThat(stage.remark())
          .startsWith("A message to nobody was refused: nobody has this name.")
          .contains("/retry", "/drop");
    }
  }

  @Test
  void keepsTheLastFiftyRemarks() {
    for (int at = 1; at <= 60; at++) {
      stage.act(new Action.Remarked("remark " + at, true));
    }

    var remarks = stage.state().moment().remarks();
    assertThat(remarks).hasSize(50);
    assertThat(remarks.getFirst().sentence()).isEqualTo("remark 11");
  }

  @Test
  void dismissesARemark() {
    stage.act(new Action.Remarked("done", true)).press(Intent.BACK);

    assertThat(stage.remark()).isEmpty();
    assertThat(stage.state().moment().remarks()).hasSize(1);
  }
}
