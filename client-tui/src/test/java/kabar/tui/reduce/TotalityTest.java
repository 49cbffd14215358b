package kabar.tui.reduce;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import kabar.client.ConnectionState;
import kabar.client.Loss;
import kabar.protocol.Availability;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Size;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever happens, in whatever order: there is always a next state.
final class TotalityTest {
  private static final int STEPS = 3000;
  private static final List<String> TEXTS =
      List.of(
          "a",
          " ",
          "/",
          "@",
          ":",
          "\\",
          "\u0301",
          "\uD83D\uDC4D",
          "\u200D",
          "\uD83C\uDDEE",
          "\u0915\u094D",
          "?",
          "y",
          "\uD800");

  @RepeatedTest(20)
  void nothingIsRefused(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    var random = new Random(seed);
    var stage = random.nextBoolean() ? Stage.withTalks() : new Stage();

    for (int step = 0; step < STEPS; step++) {
      var action = action(random, stage);
      assertThatCode(() -> stage.act(action))
          .as("seed %s, %s in %s", seed, action, stage.overlay())
          .doesNotThrowAnyException();
      Reducer.nextTick(stage.state());
    }
  }

  private static Action action(Random random, Stage stage) {
    var any = new ArrayList<Supplier<Action>>();
    for (int weight = 0; weight < 12; weight++) {
      any.add(() -> new Action.Meant(one(random, List.of(Intent.values()))));
      any.add(() -> new Action.Typed(one(random, TEXTS)));
    }
    any.add(() -> new Action.Pasted("1\n2\n3\n4\n5".substring(random.nextInt(9))));
    any.add(() -> new Action.Edited("edited\n"));
    any.add(() -> new Action.Resized(new Size(random.nextInt(140), random.nextInt(50))));
    any.add(() -> new Action.FocusChanged(random.nextBoolean()));
    any.add(() -> ticked(stage, random.nextInt(9)));
    any.add(() -> new Action.StateChanged(Stage.ONLINE, Stage.ME));
    any.add(() -> new Action.StateChanged(offline(stage), ""));
    any.add(() -> history(random, "messi"));
    any.add(() -> history(random, "henderson"));
    any.add(() -> new Action.OlderRead("messi", random.nextBoolean() ? "" : "because"));
    any.add(
        () -> new Action.TalksRead(List.of(Stage.talk("messi", random.nextInt(3), "m3")), true));
    any.add(() -> new Action.OutboxRead(List.of(Stage.refused("k1", "messi"))));
    any.add(() -> new Action.OutboxRead(List.of()));
    any.add(() -> new Action.Arrived(Stage.note("messi", random.nextInt(99))));
    any.add(() -> new Action.PeopleRead(List.of()));
    any.add(() -> new Action.PeopleChanged(List.of(Stage.person("lineker", Availability.AWAY))));
    any.add(() -> new Action.TypingTold("messi"));
    any.add(() -> new Action.DraftRead("messi", "draft"));
    any.add(() -> new Action.Remarked("remark", random.nextBoolean()));
    any.add(() -> new Action.Pinged(random.nextInt(1000)));
    return one(random, any).get();
  }

  private static Action ticked(Stage stage, int seconds) {
    return new Action.Ticked(stage.state().moment().now().plus(Duration.ofSeconds(seconds)));
  }

  private static ConnectionState offline(Stage stage) {
    var now = stage.state().moment().now();
    return new ConnectionState.Offline(Loss.LOST, Duration.ofSeconds(2), now.plusSeconds(2), "");
  }

  private static Action history(Random random, String with) {
    int first = 1 + random.nextInt(80);
    return new Action.HistoryRead(
        with, Stage.history(random.nextBoolean(), Stage.notes(with, first, random.nextInt(80))));
  }

  private static <T> T one(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
