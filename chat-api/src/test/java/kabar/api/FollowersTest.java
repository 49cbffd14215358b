package kabar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FollowersTest {
  private final Followers<String> followers = new Followers<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void areToldInTheOrderInWhichTheyCame() {
    followers.add(_ -> told.add("first"));
    followers.add(_ -> told.add("second"));

    followers.tell("news");

    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void areToldWhateverAnotherThrows() {
    followers.add(
        _ -> {
          throw new OnPurpose();
        });
    followers.add(_ -> told.add("second"));

    followers.tell("news");

    assertThat(told).containsExactly("second");
  }

  @Test
  void endOneByOneEvenIfTheSameFollowsTwice() {
    Consumer<String> same = _ -> told.add("told");
    var first = followers.add(same);
    followers.add(same);

    first.close();
    first.close();
    followers.tell("news");

    assertThat(told).containsExactly("told");
  }

  /// Without a stack trace, which would fill the log of a test that passes.
  private static final class OnPurpose extends RuntimeException {
    private static final long serialVersionUID = 1;

    OnPurpose() {
      super("on purpose", null, false, false);
    }
  }
}
