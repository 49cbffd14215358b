package kabar.tui.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kabar.client.ConnectionState;
import kabar.protocol.Availability;
import kabar.tui.bindings.Intent;
import kabar.tui.commands.SlashCommand;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Overlay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What commands do, and the ways out.
final class CommandsTest {
  private final Stage stage = Stage.withTalks();

  @Test
  void writesToSomebody() {
    stage.enter("/msg @lineker  hi there");

    assertThat(stage.open()).isEqualTo("lineker");
    assertThat(stage.effects()).contains(new Effect.Send("lineker", "hi there"));
    assertThat(stage.text()).isEmpty();
  }

  @Test
  void opensAConversationWithoutAText() {
    stage.enter("/MSG lineker");

    assertThat(stage.open()).isEqualTo("lineker");
    assertThat(stage.effects()).noneMatch(Effect.Send.class::isInstance);
  }

  @Test
  void tellsThatOneIsAwayAndBack() {
    stage.enter("/away at lunch").enter("/back");

    assertThat(stage.effects())
        .contains(
            new Effect.SetPresence(Availability.AWAY, "at lunch"),
            new Effect.SetPresence(Availability.ONLINE, ""));
  }

  @Test
  void saysThatPresenceNeedsAConnection() {
    stage.act(new Action.StateChanged(new ConnectionState.Connecting(), ""));

    stage.enter("/away");

    assertThat(stage.remark()).startsWith("There is no connection now");
    assertThat(stage.effects()).noneMatch(Effect.SetPresence.class::isInstance);
  }

  @Test
  void triesAgainAndDropsAllThatWasRefused() {
    stage.act(
        new Action.OutboxRead(List.of(Stage.refused("k1", "messi"), Stage.waiting("k2", "messi"))));

    stage.enter("/retry").enter("/drop");

    assertThat(stage.effects())
        .contains(new Effect.Resend("k1"), new Effect.Drop("k1"))
        .doesNotContain(new Effect.Resend("k2"), new Effect.Drop("k2"));
    assertThat(stage.state().composer().killed()).isEqualTo("text of k1");
  }

  @Test
  void saysThatNothingWasRefused() {
    stage.enter("/retry");

    assertThat(stage.remark()).isEqualTo("Nothing was refused.");
  }

  @Test
  void changesTheTheme() {
    stage.enter("/theme light");

    assertThat(stage.state().settings().theme()).isEqualTo("light");
    assertThat(stage.effects()).contains(new Effect.KeepTheme("light"));
  }

  @Test
  void goesThroughTheThemesByAKey() {
    stage.press(Intent.THEME);

    assertThat(stage.state().settings().theme()).isEqualTo("light");
  }

  @Test
  void forgetsADraft() {
    stage.act(new Action.DraftRead("lineker", "old")).enter("/clear-draft lineker");

    assertThat(stage.state().lists().drafts()).doesNotContainKey("lineker");
    assertThat(stage.effects()).contains(new Effect.SaveDraft("lineker", ""));
  }

  @Test
  void opensWhatLiesOverThePanels() {
    assertThat(Stage.withTalks().enter("/help un").overlay())
        .isEqualTo(new Overlay.Help(Buffer.of("un"), 0));
    assertThat(Stage.withTalks().enter("/errors").overlay()).isEqualTo(new Overlay.Remarks(0));
    assertThat(Stage.withTalks().enter("/connection").overlay())
        .isEqualTo(new Overlay.Connection());
    assertThat(Stage.withTalks().enter("/search text 2").overlay())
        .isEqualTo(new Overlay.Search(Buffer.of("text 2"), "m2"));
  }

  @Test
  void leavesTheScreen() {
    assertThat(Stage.withTalks().enter("/plain").effects()).contains(new Effect.GoPlain());
    assertThat(Stage.withTalks().enter("/edit").effects()).contains(new Effect.Edit(""));
    assertThat(Stage.withTalks().enter("/reconnect").effects()).contains(new Effect.Connect());
  }

  @ParameterizedTest
  @CsvSource({
    "/msg, /msg cannot use '' (expected a user name).",
    "/msg Not!A!Name hi, /msg cannot use 'Not!A!Name' (expected a user name).",
    "/read many, /read cannot use 'many' (expected a number from 1 to 10000).",
    "/read 0, /read cannot use '0' (expected a number from 1 to 10000).",
    "/quit now, /quit cannot use 'now' (expected nothing behind it).",
    "/clear-draft, /clear-draft cannot use '' (expected a user name).",
  })
  void keepsACommandWhoseArgumentIsOfNoUse(String command, String why) {
    stage.enter(command);

    assertThat(stage.text()).isEqualTo(command);
    assertThat(stage.remark()).isEqualTo(why);
  }

  @Test
  void namesTheThemesThatThereAre() {
    stage.enter("/theme pink");

    assertThat(stage.remark()).startsWith("/theme cannot use 'pink' (expected terminal, light,");
  }

  @ParameterizedTest
  @EnumSource(SlashCommand.class)
  void doesOrRefusesEachWithoutAConversation(SlashCommand command) {
    var empty = new Stage().enter(command.word() + " ");

    assertThat(empty.state().lists().drafts()).isEmpty();
  }

  @Nested
  final class Quitting {
    @Test
    void isDoneByCtrlCTwice() {
      stage.press(Intent.INTERRUPT);
      assertThat(stage.effects()).isEmpty();
      assertThat(stage.remark()).isEqualTo("Once more quits.");

      stage.press(Intent.INTERRUPT);

      assertThat(stage.effects()).containsExactly(new Effect.Quit());
    }

    @Test
    void isNotDoneByCtrlCAndAgainMuchLater() {
      stage.press(Intent.INTERRUPT).pass(Duration.ofSeconds(2)).press(Intent.INTERRUPT);

      assertThat(stage.effects()).isEmpty();
    }

    @Test
    void isDoneByCtrlDOnAnEmptyLine() {
      stage.press(Intent.END_OF_INPUT);

      assertThat(stage.effects()).containsExactly(new Effect.Quit());
    }

    @Test
    void isNotDoneByCtrlDOnAnotherLine() {
      stage.type("ab").press(Intent.LINE_START, Intent.END_OF_INPUT);

      assertThat(stage.text()).isEqualTo("b");
      assertThat(stage.effects()).doesNotContain(new Effect.Quit());
    }

    @Test
    void isAskedAboutWhileSomethingWaits() {
      stage.act(new Action.OutboxRead(List.of(Stage.waiting("k1", "messi"))));

      stage.press(Intent.END_OF_INPUT);
      assertThat(stage.overlay()).isEqualTo(new Overlay.QuitQuestion());
      assertThat(stage.effects()).isEmpty();

      stage.press(Intent.NO).enter("/quit");
      assertThat(stage.overlay()).isEqualTo(new Overlay.QuitQuestion());

      stage.effects();
      stage.press(Intent.YES);
      assertThat(stage.effects()).contains(new Effect.Quit());
    }
  }
}
