package kabar.tui.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kabar.client.ConnectionState;
import kabar.tui.bindings.Context;
import kabar.tui.bindings.Intent;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Anchor;
import kabar.tui.state.Overlay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens at the input line.
final class WritingTest {
  private final Stage stage = Stage.withTalks();

  @Nested
  final class Enter {
    @Test
    void sendsWhatIsWrittenAndBeginsAnew() {
      stage.type("hello").effects();

      stage.press(Intent.SEND);

      assertThat(stage.effects())
          .containsExactly(new Effect.Send("messi", "hello"), new Effect.SaveDraft("messi", ""));
      assertThat(stage.text()).isEmpty();
      assertThat(stage.state().conversation().anchor()).isEqualTo(new Anchor.Newest());
    }

    @Test
    void sendsASlashThatWasWrittenTwice() {
      stage.enter("//etc is a folder");

      assertThat(stage.effects()).contains(new Effect.Send("messi", "/etc is a folder"));
    }

    @Test
    void goesOnInANewLineAfterABackslash() {
      stage.enter("one\\").type("two");

      assertThat(stage.text()).isEqualTo("one\ntwo");
      assertThat(stage.effects()).noneMatch(Effect.Send.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void sendsNothingIfThereIsNothing(String blank) {
      stage.enter(blank);

      assertThat(stage.effects()).noneMatch(Effect.Send.class::isInstance);
      assertThat(stage.text()).isEqualTo(blank);
    }

    @Test
    void keepsTheTextIfNoConversationIsOpen() {
      var empty = new Stage().enter("hello");

      assertThat(empty.text()).isEqualTo("hello");
      assertThat(empty.remark()).startsWith("No conversation is open.");
      assertThat(empty.effects()).isEmpty();
    }

    @Test
    void keepsACommandThatIsNotKnownAndSaysWhatMayBeMeant() {
      stage.enter("/qiut now");

      assertThat(stage.text()).isEqualTo("/qiut now");
      assertThat(stage.remark()).isEqualTo("There is no command /qiut. Did you mean /quit?");
      assertThat(stage.effects()).noneMatch(Effect.Send.class::isInstance);
    }

    @Test
    void saysWhatThereIsIfACommandIsLikeNone() {
      stage.enter("/abracadabra");

      assertThat(stage.remark()).startsWith("There is no command /abracadabra. /help shows");
    }
  }

  @Nested
  final class Pasting {
    @Test
    void neverSends() {
      stage.paste("one\ntwo\n");

      assertThat(stage.text()).isEqualTo("one\ntwo");
      assertThat(stage.effects()).noneMatch(Effect.Send.class::isInstance);
    }

    @Test
    void keepsTheLineBreaksOfOneThatComesInPieces() {
      stage.type("one").paste("\n").type("two");

      assertThat(stage.text()).isEqualTo("one\ntwo");
    }

    @Test
    void asksAboutMoreThanThreeLines() {
      stage.paste("1\n2\n3\n4\n");

      assertThat(stage.overlay()).isEqualTo(new Overlay.PasteQuestion("1\n2\n3\n4"));
      assertThat(stage.text()).isEmpty();
    }

    @Test
    void asksAboutMoreThanAThousandCharacters() {
      stage.paste("x".repeat(1000));
      assertThat(stage.overlay()).isEqualTo(new Overlay.None());

      stage.paste("x".repeat(1001));

      assertThat(stage.overlay()).isInstanceOf(Overlay.PasteQuestion.class);
    }

    @Test
    void goesInAsTextOnYes() {
      stage.type("see: ").paste("1\n2\n3\n4").press(Intent.YES);

      assertThat(stage.text()).isEqualTo("see: 1\n2\n3\n4");
      assertThat(stage.overlay()).isEqualTo(new Overlay.None());
      assertThat(stage.effects()).noneMatch(Effect.Send.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "BACK", "INTERRUPT"})
    void isForgottenOnAnythingElse(Intent answer) {
      stage.type("see: ").paste("1\n2\n3\n4").press(answer);

      assertThat(stage.text()).isEqualTo("see: ");
      assertThat(stage.overlay()).isEqualTo(new Overlay.None());
    }

    @Test
    void isAskedAboutTogetherWithWhatFollowsIt() {
      stage.paste("1\n2\n3\n4\n").paste("5\n6").type("y").press(Intent.SEND);

      assertThat(stage.overlay()).isEqualTo(new Overlay.PasteQuestion("1\n2\n3\n45\n6"));
    }

    @Test
    void isRefusedWhereItWouldBeTooLong() {
      stage.type("kept").paste("x".repeat(16381));

      assertThat(stage.text()).isEqualTo("kept");
      assertThat(stage.overlay()).isEqualTo(new Overlay.None());
      assertThat(stage.remark())
          .isEqualTo("A message has at most 16384 bytes of text; this would be 16385.");
    }

    @Test
    void goesIntoALineWhereOneIsAskedFor() {
      stage.press(Intent.GO_TO).paste("mes\nsi");

      assertThat(stage.overlay()).isEqualTo(new Overlay.GoTo(Buffer.of("mes si"), 0));
    }
  }

  @Nested
  final class Drafts {
    @Test
    void areKeptWithEachChange() {
      stage.type("hi");

      assertThat(stage.effects())
          .contains(new Effect.SaveDraft("messi", "h"), new Effect.SaveDraft("messi", "hi"));
    }

    @Test
    void areWaitingWhereTheyWereBegun() {
      stage.type("to messi").press(Intent.NEXT_CONVERSATION).type("to henderson");
      assertThat(stage.text()).isEqualTo("to henderson");

      stage.press(Intent.PREVIOUS_CONVERSATION);

      assertThat(stage.text()).isEqualTo("to messi");
      assertThat(stage.state().lists().drafts())
          .containsOnlyKeys("messi", "henderson")
          .containsEntry("henderson", "to henderson");
    }

    @Test
    void comeBackAfterAStart() {
      stage.act(new Action.DraftRead("messi", "what was begun"));

      assertThat(stage.text()).isEqualTo("what was begun");
      assertThat(stage.effects()).isEmpty();
    }

    @Test
    void doNotTouchWhatIsWrittenMeanwhile() {
      stage.type("new").act(new Action.DraftRead("messi", "old"));

      assertThat(stage.text()).isEqualTo("new");
    }

    @Test
    void areKnownOfOtherConversations() {
      stage.act(new Action.DraftRead("henderson", "later")).press(Intent.NEXT_CONVERSATION);

      assertThat(stage.text()).isEqualTo("later");
    }
  }

  @Nested
  final class History {
    @Test
    void isRecalledAndLeftAgain() {
      stage.enter("one").enter("two").type("three").press(Intent.HISTORY_BACK);
      assertThat(stage.text()).isEqualTo("two");

      stage.press(Intent.HISTORY_BACK, Intent.HISTORY_BACK);
      assertThat(stage.text()).isEqualTo("one");

      stage.press(Intent.HISTORY_FORWARD, Intent.HISTORY_FORWARD, Intent.HISTORY_FORWARD);
      assertThat(stage.text()).isEqualTo("three");
    }

    @Test
    void isBehindTheFirstLine() {
      stage.enter("sent").paste("one\ntwo").press(Intent.HISTORY_BACK);
      assertThat(stage.text()).isEqualTo("one\ntwo");
      assertThat(stage.state().composer().buffer().cursor()).isEqualTo(3);

      stage.press(Intent.HISTORY_BACK);

      assertThat(stage.text()).isEqualTo("sent");
    }

    @Test
    void givesBackWhatWasBeingWrittenAfterSomethingRecalledWasSent() {
      stage.enter("sent").type("draft").press(Intent.HISTORY_BACK, Intent.SEND);
      assertThat(stage.effects()).contains(new Effect.Send("messi", "sent"));
      assertThat(stage.text()).isEqualTo("draft");

      stage.press(Intent.HISTORY_BACK, Intent.INTERRUPT);
      assertThat(stage.text()).isEqualTo("draft");
    }

    @Test
    void keepsTheDraftWhileSomethingElseIsRecalled() {
      stage.enter("sent").type("draft").effects();

      stage.press(Intent.HISTORY_BACK);

      assertThat(stage.effects()).isEmpty();
      assertThat(stage.state().lists().drafts()).containsEntry("messi", "draft");
    }
  }

  @Nested
  final class Editing {
    @Test
    void putsInWhatWasCut() {
      stage.type("one two").press(Intent.KILL_WORD_LEFT, Intent.LINE_START, Intent.YANK);

      assertThat(stage.text()).isEqualTo("twoone ");
    }

    @Test
    void clearsOnCtrlCSoThatItCanBePutInAgain() {
      stage.type("precious").press(Intent.INTERRUPT);
      assertThat(stage.text()).isEmpty();

      stage.press(Intent.YANK);

      assertThat(stage.text()).isEqualTo("precious");
    }

    @Test
    void refusesACharacterThatDoesNotFit() {
      stage.act(new Action.Edited("x".repeat(16384))).type("y");

      assertThat(stage.text()).hasSize(16384);
      assertThat(stage.remark()).contains("at most 16384 bytes");
    }

    @Test
    void takesAllThatAnEditorLeavesButSendsItOnlyIfItFits() {
      stage.act(new Action.Edited("x".repeat(16385) + "\n")).effects();
      assertThat(stage.text()).hasSize(16385);

      stage.press(Intent.SEND);

      assertThat(stage.text()).hasSize(16385);
      assertThat(stage.effects()).noneMatch(Effect.Send.class::isInstance);
      assertThat(stage.remark()).contains("at most 16384 bytes");
    }

    @Test
    void goesToTheEditorWithWhatIsWritten() {
      stage.type("hi").effects();

      stage.press(Intent.EDITOR);

      assertThat(stage.effects()).containsExactly(new Effect.Edit("hi"));
    }
  }

  @Nested
  final class Completing {
    @Test
    void offersCommandsWhileOneIsBegun() {
      stage.type("/re");

      var menu = stage.state().composer().completion().orElseThrow();

      assertThat(menu.choices()).containsExactly("/read", "/reconnect", "/retry");
      assertThat(stage.text()).isEqualTo("/re");
    }

    @Test
    void goesThroughTheMenu() {
      stage.type("/re").press(Intent.COMPLETE);
      assertThat(stage.text()).isEqualTo("/read");

      stage.press(Intent.COMPLETE);
      assertThat(stage.text()).isEqualTo("/reconnect");

      stage.press(Intent.COMPLETE_BACK, Intent.COMPLETE_BACK);
      assertThat(stage.text()).isEqualTo("/retry");
    }

    @Test
    void takesTheOnlyOneWithASpace() {
      stage.type("/ms").press(Intent.COMPLETE).type("h").press(Intent.COMPLETE).type("hi");

      assertThat(stage.text()).isEqualTo("/msg henderson hi");
    }

    @Test
    void completesNamesWithAndWithoutASign() {
      stage.type("@me").press(Intent.COMPLETE).type("and lin").press(Intent.COMPLETE);

      assertThat(stage.text()).isEqualTo("@messi and lineker ");
    }

    @Test
    void closesItsMenuBeforeAnythingElse() {
      stage.type("/re").press(Intent.BACK);

      assertThat(stage.state().composer().completion()).isEmpty();
      assertThat(stage.text()).isEqualTo("/re");
    }
  }

  @Nested
  final class Typing {
    @Test
    void isToldOnceInThreeSeconds() {
      stage.type("a").pass(Duration.ofMillis(2999)).type("b");
      assertThat(told()).isEqualTo(1);

      stage.pass(Duration.ofMillis(1)).type("c");

      assertThat(told()).isEqualTo(1);
    }

    @Test
    void isToldAtOnceAfterAMessageWhichHasEndedIt() {
      stage.type("a").press(Intent.SEND);
      assertThat(told()).isEqualTo(1);

      stage.type("b");

      assertThat(told()).isEqualTo(1);
    }

    @Test
    void isNotToldOfACommandNorOffline() {
      stage.type("/who");
      stage.act(new Action.StateChanged(new ConnectionState.Connecting(), ""));
      stage.press(Intent.INTERRUPT).type("hi");

      assertThat(told()).isZero();
    }

    private long told() {
      return stage.effects().stream().filter(new Effect.TellTyping("messi")::equals).count();
    }
  }

  @Test
  void typesIntoTheInputLineWhateverHasTheFocus() {
    stage.press(Intent.NEXT_PANEL).type("hi");

    assertThat(stage.text()).isEqualTo("hi");
    assertThat(Contexts.of(stage.state())).isEqualTo(Context.WRITING);
  }
}
