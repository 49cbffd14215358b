package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final Reply REPLY = new Reply.Failed("a reply");

  private final Caller caller = new Caller(FakeConnection.PEER);
  private final List<String> effects = new ArrayList<>();

  @Test
  void beginsEffectsInOrderHoweverLongTheirPreparationsTake() {
    var first = new CompletableFuture<String>();
    caller.inOrder(() -> first, this::done);
    caller.inOrder(() -> prepared("second"), this::done);
    assertThat(effects).isEmpty();

    first.complete("first");

    assertThat(effects).containsExactly("first", "second");
  }

  @Test
  void letsEffectsOverlap() {
    var never = new CompletableFuture<Reply>();
    caller.inOrder(() -> prepared("first"), _ -> never);

    var second = caller.inOrder(() -> prepared("second"), this::done);

    assertThat(effects).containsExactly("second");
    assertThat(second).isCompletedWithValue(REPLY);
  }

  @Test
  void answersWithTheReplyOfTheEffect() {
    var reply = new CompletableFuture<Reply>();
    var answer = caller.inOrder(() -> prepared("it"), _ -> reply);
    assertThat(answer).isNotDone();

    reply.complete(REPLY);

    assertThat(answer).isCompletedWithValue(REPLY);
  }

  @Test
  void goesOnAfterAPreparationThatFailed() {
    var failed =
        caller.inOrder(() -> CompletableFuture.<String>failedStage(new OnPurpose()), this::done);
    var thrown = caller.inOrder(CallerTest::bug, this::done);

    var next = caller.inOrder(() -> prepared("next"), this::done);

    assertThat(failed).isCompletedExceptionally();
    assertThat(thrown).isCompletedExceptionally();
    assertThat(next).isCompletedWithValue(REPLY);
    assertThat(effects).containsExactly("next");
  }

  @Test
  void goesOnAfterAnEffectThatFailed() {
    var failed =
        caller.inOrder(() -> prepared("it"), _ -> CompletableFuture.failedStage(new OnPurpose()));
    var thrown = caller.inOrder(() -> prepared("it"), _ -> bug());

    var next = caller.inOrder(() -> prepared("next"), this::done);

    assertThat(failed).isCompletedExceptionally();
    assertThat(thrown).isCompletedExceptionally();
    assertThat(next).isCompletedWithValue(REPLY);
  }

  @Test
  void leavesOtherCallersAlone() {
    caller.inOrder(CompletableFuture<String>::new, this::done);

    new Caller(FakeConnection.PEER).inOrder(() -> prepared("other"), this::done);

    assertThat(effects).containsExactly("other");
  }

  private static CompletionStage<String> prepared(String name) {
    return CompletableFuture.completedStage(name);
  }

  private static <T> CompletionStage<T> bug() {
    throw new OnPurpose();
  }

  private CompletionStage<Reply> done(String name) {
    effects.add(name);
    return CompletableFuture.completedStage(REPLY);
  }
}
