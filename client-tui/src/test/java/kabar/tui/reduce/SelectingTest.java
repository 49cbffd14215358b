package kabar.tui.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kabar.tui.bindings.Context;
import kabar.tui.bindings.Intent;
import kabar.tui.state.Overlay;
import org.junit.jupiter.api.Test;

/// What is done with a selected message.
final class SelectingTest {
  private final Stage stage = Stage.withTalks();

  @Test
  void beginsAtTheNewestAndMoves() {
    stage.press(Intent.SELECT);
    assertThat(stage.overlay()).isEqualTo(new Overlay.Select("m5"));
    assertThat(Contexts.of(stage.state())).isEqualTo(Context.SELECTING);

    stage.press(Intent.UP, Intent.UP, Intent.DOWN, Intent.UP);

    assertThat(stage.overlay()).isEqualTo(new Overlay.Select("m3"));
  }

  @Test
  void doesNotGoBelowTheNewestNorAboveTheOldest() {
    stage.press(Intent.SELECT, Intent.DOWN);
    assertThat(stage.overlay()).isEqualTo(new Overlay.Select("m5"));

    stage.press(Intent.UP, Intent.UP, Intent.UP, Intent.UP, Intent.UP, Intent.UP);
    assertThat(stage.overlay()).isEqualTo(new Overlay.Select("m1"));
  }

  @Test
  void refusesWhereThereIsNothing() {
    var empty = new Stage().press(Intent.SELECT);

    assertThat(empty.overlay()).isEqualTo(new Overlay.None());
    assertThat(empty.remark()).isEqualTo("There is no message to select.");
  }

  @Test
  void copiesTheText() {
    stage.press(Intent.SELECT, Intent.UP, Intent.COPY);

    assertThat(stage.effects()).containsExactly(new Effect.Copy("text 4"));
    assertThat(stage.remark()).isEqualTo("Copied.");
  }

  @Test
  void copiesAllFromThereOn() {
    wait("k1");

    stage.press(Intent.SELECT, Intent.UP, Intent.UP, Intent.COPY_ALL);

    assertThat(stage.effects())
        .containsExactly(new Effect.Copy("messi: text 4\nmessi: text 5\ncoach: text of k1"));
  }

  @Test
  void quotesInFrontOfWhatIsWritten() {
    stage.type("so?").press(Intent.SELECT, Intent.QUOTE);

    assertThat(stage.text()).isEqualTo("> text 5\nso?");
    assertThat(stage.overlay()).isEqualTo(new Overlay.None());
  }

  @Test
  void showsTheBareText() {
    stage.press(Intent.SELECT, Intent.BARE);

    assertThat(stage.overlay()).isEqualTo(new Overlay.Bare());
  }

  @Test
  void sendsAgainWhatWasRefused() {
    stage.act(new Action.OutboxRead(List.of(Stage.refused("k1", "messi"))));

    stage.press(Intent.SELECT, Intent.RESEND);

    assertThat(stage.effects()).containsExactly(new Effect.Resend("k1"));
  }

  @Test
  void sendsNothingElseAgain() {
    stage.press(Intent.SELECT, Intent.RESEND);

    assertThat(stage.effects()).isEmpty();
    assertThat(stage.remark()).startsWith("Only a message that was refused");
  }

  @Test
  void dropsWhatWaitsSoThatItsTextIsNotLost() {
    wait("k1");

    stage.press(Intent.SELECT, Intent.DROP);

    assertThat(stage.effects()).containsExactly(new Effect.Drop("k1"));
    assertThat(stage.state().composer().killed()).isEqualTo("text of k1");
  }

  @Test
  void dropsNothingElse() {
    stage.press(Intent.SELECT, Intent.DROP);

    assertThat(stage.effects()).isEmpty();
    assertThat(stage.remark()).startsWith("Only a message that waits in the outbox");
  }

  @Test
  void followsAMessageThatIsSentMeanwhile() {
    wait("key-o1");
    stage.press(Intent.SELECT);
    assertThat(stage.overlay()).isEqualTo(new Overlay.Select("key-o1"));
    var notes =
        Stream.concat(
                Stage.notes("messi", 1, 5).stream(), Stream.of(Stage.own("messi", "o1", "sent")))
            .toList();

    stage.act(new Action.HistoryRead("messi", Stage.history(false, notes)));
    stage.act(new Action.OutboxRead(List.of()));

    assertThat(stage.overlay()).isEqualTo(new Overlay.Select("o1"));
  }

  @Test
  void endsWithTheKeyThatBeganIt() {
    stage.press(Intent.SELECT, Intent.SELECT);

    assertThat(stage.overlay()).isEqualTo(new Overlay.None());
  }

  private void wait(String key) {
    stage.act(new Action.OutboxRead(List.of(Stage.waiting(key, "messi"))));
  }
}
