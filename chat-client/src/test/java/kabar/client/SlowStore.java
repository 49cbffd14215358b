package kabar.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.api.store.Cursor;
import kabar.api.store.Replay;
import kabar.api.store.Store;

/// A store in virtual time: what it is asked for is there at once, and its answer comes a while
/// later, in order, unless the server is killed before.
final class SlowStore {
  private static final int ACTOR = 2;
  private static final long LONGEST = Duration.ofMillis(5).toNanos();

  private final Store store;
  private final VirtualTime time;
  private final Random random;
  private long lastAnswer;
  private long firstPosition;
  private int openings;

  SlowStore(Store store, VirtualTime time, Random random) {
    this.store = store;
    this.time = time;
    this.random = random;
  }

  /// The store for one server, until it is killed.
  Store opened() {
    openings++;
    int opening = openings;
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, method, arguments) -> ask(opening, method, arguments));
  }

  /// Whoever waits for an answer waits for ever.
  void kill() {
    openings++;
  }

  /// From now on no cursor handed out before is of any use.
  void forgetCursors() {
    firstPosition = store.cursor().position() + 1;
  }

  private Object ask(int opening, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("replay") && ((Cursor) arguments[1]).position() < firstPosition) {
      return CompletableFuture.completedStage(new Replay.Reset(store.cursor()));
    }
    try {
      var answer = method.invoke(store, arguments);
      return answer instanceof CompletionStage<?> stage && method.getName().equals("append")
          ? later(opening, stage)
          : answer;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private <T> CompletionStage<T> later(int opening, CompletionStage<T> answer) {
    var later = new CompletableFuture<T>();
    lastAnswer = Math.max(lastAnswer, time.nanos() + random.nextLong(LONGEST));
    time.at(
        lastAnswer,
        ACTOR,
        () -> {
          if (opening == openings) {
            Futures.forward(answer, later);
          }
        });
    return later;
  }
}
