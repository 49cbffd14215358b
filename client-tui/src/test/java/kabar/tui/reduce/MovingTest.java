package kabar.tui.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kabar.protocol.Availability;
import kabar.tui.bindings.Intent;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Between conversations, panels, and what lies over them.
final class MovingTest {
  private final Stage stage = Stage.withTalks();

  @Nested
  final class Conversations {
    @Test
    void areOpenedByTheirPlace() {
      stage.press(Intent.CONVERSATION_2);

      assertThat(stage.open()).isEqualTo("henderson");
      assertThat(stage.effects()).containsExactly(new Effect.ReadConversation("henderson"));
    }

    @Test
    void areNotOpenedAtAPlaceThatIsEmpty() {
      stage.press(Intent.CONVERSATION_9);

      assertThat(stage.open()).isEqualTo("messi");
      assertThat(stage.remark()).isEqualTo("There is no conversation 9.");
    }

    @Test
    void goRoundInBothDirections() {
      stage.press(Intent.PREVIOUS_CONVERSATION);
      assertThat(stage.open()).isEqualTo("henderson");

      stage.press(Intent.NEXT_CONVERSATION);
      assertThat(stage.open()).isEqualTo("messi");
    }

    @Test
    void changeWithTheOneBefore() {
      stage.press(Intent.CONVERSATION_2, Intent.LAST_CONVERSATION);
      assertThat(stage.open()).isEqualTo("messi");

      stage.press(Intent.LAST_CONVERSATION);
      assertThat(stage.open()).isEqualTo("henderson");
    }

    @Test
    void areNotDeniedBeforeTheyHaveBeenRead() {
      var newcomer = new Stage().press(Intent.NEXT_CONVERSATION);
      assertThat(newcomer.remark()).isEqualTo("The conversations have not been read yet.");

      newcomer.act(new Action.TalksRead(List.of(), true)).press(Intent.NEXT_CONVERSATION);

      assertThat(newcomer.remark()).isEqualTo("There is no other conversation.");
    }

    @Test
    void haveNoneBeforeTheFirst() {
      stage.press(Intent.LAST_CONVERSATION);

      assertThat(stage.remark()).isEqualTo("There is no other conversation.");
    }

    @Test
    void areOpenedWhereSomethingIsUnread() {
      stage.act(
          new Action.TalksRead(
              List.of(Stage.talk("messi", 1, "m4"), Stage.talk("henderson", 2, "h3")), true));

      stage.press(Intent.NEXT_UNREAD);

      assertThat(stage.open()).isEqualTo("henderson");
    }

    @Test
    void haveNothingUnreadAnyMore() {
      stage.press(Intent.NEXT_UNREAD);

      assertThat(stage.open()).isEqualTo("messi");
      assertThat(stage.remark()).isEqualTo("Nothing unread.");
    }

    @Test
    void beginWithTheNewestUnlessSomethingIsWritten() {
      var empty = new Stage().type("hello");
      empty.act(new Action.TalksRead(List.of(Stage.talk("messi", 0, "")), true));
      assertThat(empty.open()).isEmpty();
      assertThat(empty.text()).isEqualTo("hello");

      empty.press(Intent.INTERRUPT);
      empty.act(new Action.TalksRead(List.of(Stage.talk("messi", 0, "")), true));

      assertThat(empty.open()).isEqualTo("messi");
    }
  }

  @Nested
  final class Panels {
    @Test
    void getTheFocusInTurn() {
      stage.press(Intent.NEXT_PANEL);
      assertThat(stage.state().focus()).isEqualTo(Focus.INBOX);
      assertThat(stage.state().chosen()).isEqualTo("messi");

      stage.press(Intent.NEXT_PANEL);
      assertThat(stage.state().focus()).isEqualTo(Focus.ONLINE);

      stage.press(Intent.NEXT_PANEL, Intent.PREVIOUS_PANEL);
      assertThat(stage.state().focus()).isEqualTo(Focus.ONLINE);
    }

    @Test
    void openWhatIsChosen() {
      stage.press(Intent.NEXT_PANEL, Intent.DOWN, Intent.DOWN, Intent.ACCEPT);

      assertThat(stage.open()).isEqualTo("henderson");
      assertThat(stage.state().focus()).isEqualTo(Focus.CONVERSATION);
    }

    @Test
    void areSkippedWhenTheyAreOff() {
      stage.press(Intent.TOGGLE_INBOX, Intent.NEXT_PANEL);

      assertThat(stage.state().focus()).isEqualTo(Focus.ONLINE);
    }

    @Test
    void loseTheFocusWhenTheyGoOff() {
      stage.press(Intent.NEXT_PANEL, Intent.TOGGLE_INBOX);

      assertThat(stage.state().focus()).isEqualTo(Focus.CONVERSATION);
      assertThat(stage.state().settings().isInboxShown()).isFalse();
    }

    @Test
    void comeBackWhenACommandAsksForThem() {
      stage.press(Intent.TOGGLE_ONLINE).enter("/who");

      assertThat(stage.state().focus()).isEqualTo(Focus.ONLINE);
      assertThat(stage.state().settings().isOnlineShown()).isTrue();
    }

    @Test
    void showThoseOnlineFirst() {
      stage.act(new Action.PeopleChanged(List.of(Stage.person("lineker", Availability.ONLINE))));
      assertThat(names()).containsExactly("lineker", "messi", "henderson");

      stage.act(new Action.PeopleChanged(List.of(Stage.person("lineker", Availability.OFFLINE))));
      assertThat(names()).containsExactly("messi", "henderson", "lineker");
    }

    private List<String> names() {
      return stage.state().lists().people().stream().map(it -> it.profile().user()).toList();
    }
  }

  @Nested
  final class GoTo {
    @Test
    void opensTheConversationThatFits() {
      stage.press(Intent.GO_TO).type("hen").press(Intent.ACCEPT);

      assertThat(stage.open()).isEqualTo("henderson");
      assertThat(stage.overlay()).isEqualTo(new Overlay.None());
      assertThat(stage.text()).isEmpty();
    }

    @Test
    void opensOneWithSomebodyNew() {
      stage.press(Intent.GO_TO).type("@lin").press(Intent.ACCEPT);

      assertThat(stage.open()).isEqualTo("lineker");
    }

    @Test
    void choosesAmongWhatFits() {
      stage.press(Intent.GO_TO, Intent.UP, Intent.DOWN, Intent.DOWN, Intent.DOWN, Intent.DOWN);
      assertThat(stage.overlay()).isEqualTo(new Overlay.GoTo(Buffer.EMPTY, 2));

      stage.press(Intent.ACCEPT);

      assertThat(stage.open()).isEqualTo("lineker");
    }

    @Test
    void doesWhatACommandSays() {
      stage.press(Intent.GO_TO).type(">err").press(Intent.ACCEPT);

      assertThat(stage.overlay()).isEqualTo(new Overlay.Remarks(0));
    }

    @Test
    void beginsACommandThatNeedsToBeToldMore() {
      stage.type("kept").press(Intent.GO_TO).type(">the").press(Intent.ACCEPT);
      assertThat(stage.text()).isEqualTo("/theme ");

      stage.press(Intent.KILL_TO_START, Intent.INTERRUPT);
      assertThat(stage.text()).isEmpty();
    }

    @Test
    void searches() {
      stage.press(Intent.GO_TO).type("/text 3").press(Intent.ACCEPT);

      assertThat(stage.overlay()).isEqualTo(new Overlay.Search(Buffer.of("text 3"), "m3"));
    }

    @Test
    void doesNothingIfNothingFits() {
      stage.press(Intent.GO_TO).type("nobody").press(Intent.ACCEPT);

      assertThat(stage.overlay()).isInstanceOf(Overlay.GoTo.class);
      assertThat(stage.open()).isEqualTo("messi");
    }

    @Test
    void closesWithTheKeyThatOpensIt() {
      stage.press(Intent.GO_TO, Intent.GO_TO);

      assertThat(stage.overlay()).isEqualTo(new Overlay.None());
    }
  }

  @Test
  void filtersHelpByTyping() {
    stage.press(Intent.HELP).type("un").press(Intent.DELETE_LEFT);

    assertThat(stage.overlay()).isEqualTo(new Overlay.Help(Buffer.of("u"), 0));
    assertThat(stage.text()).isEmpty();
  }

  @Test
  void scrollsHelpNoFurtherThanItsBegin() {
    stage.press(Intent.HELP, Intent.DOWN, Intent.DOWN, Intent.UP, Intent.UP, Intent.UP);

    assertThat(stage.overlay()).isEqualTo(new Overlay.Help(Buffer.EMPTY, 0));
  }

  @Test
  void goesBackFromAPanel() {
    stage.press(Intent.NEXT_PANEL, Intent.BACK);

    assertThat(stage.state().focus()).isEqualTo(Focus.CONVERSATION);
  }
}
