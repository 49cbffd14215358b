package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kabar.api.store.StoreException;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class GuardedDispatcherTest {
  private static final Caller CALLER = new Caller(FakeConnection.PEER);
  private static final Reply REPLY = Reply.Refused.because(Reason.CONFLICT);

  private final Next next = new Next();
  private final CommandDispatcher guarded = new GuardedDispatcher(next);

  @Test
  void letsRepliesThrough() {
    next.behaviour = () -> CompletableFuture.completedStage(REPLY);

    assertThat(dispatch()).isEqualTo(REPLY);
  }

  @Test
  void refusesWhatTheStoreCannotDoNow() {
    next.behaviour = () -> CompletableFuture.failedStage(new StoreException("the disk is full"));

    assertThat(dispatch()).isEqualTo(Reply.Refused.because(Reason.UNAVAILABLE));
  }

  @Test
  void refusesWhatTheHasherCannotDoNow() {
    next.behaviour = () -> CompletableFuture.failedStage(new UnavailableException("too many"));

    assertThat(dispatch()).isEqualTo(Reply.Refused.because(Reason.UNAVAILABLE));
  }

  @Test
  void seesTheCauseOfAFailureThatWentThroughOtherFutures() {
    next.behaviour =
        () ->
            CompletableFuture.<String>failedFuture(new StoreException("the disk is full"))
                .thenApply(String::strip)
                .thenCompose(_ -> CompletableFuture.completedFuture(REPLY));

    assertThat(dispatch()).isEqualTo(Reply.Refused.because(Reason.UNAVAILABLE));
  }

  @Test
  void refusesAnExceptionOfTheStoreThatWasThrownAtOnce() {
    next.behaviour =
        () -> {
          throw new StoreException("the store is closed");
        };

    assertThat(dispatch()).isEqualTo(Reply.Refused.because(Reason.UNAVAILABLE));
  }

  @Test
  void givesEveryBugANumber() {
    next.behaviour = () -> CompletableFuture.failedStage(new OnPurpose());
    var failed = dispatch();
    next.behaviour =
        () -> {
          throw new OnPurpose();
        };
    var thrown = dispatch();

    assertThat(failed).isEqualTo(new Reply.Failed("bug-1"));
    assertThat(thrown).isEqualTo(new Reply.Failed("bug-2"));
  }

  @Test
  void tellsTheNextWhoLeft() {
    guarded.left(CALLER);

    assertThat(next.left).containsExactly(CALLER);
  }

  private Reply dispatch() {
    return guarded.dispatch(new Command.Inbox("T1"), CALLER).toCompletableFuture().join();
  }

  private static final class Next implements CommandDispatcher {
    private final List<Caller> left = new ArrayList<>();
    private Supplier<CompletionStage<Reply>> behaviour = CompletableFuture::new;

    @Override
    public CompletionStage<Reply> dispatch(Command command, Caller caller) {
      return behaviour.get();
    }

    @Override
    public void left(Caller caller) {
      left.add(caller);
    }
  }
}
