package kabar.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.protocol.Command;
import kabar.protocol.Reply;

/// Begins commands and answers them when the test says so. Thread-safe.
final class HeldDispatcher implements CommandDispatcher {
  private final List<String> begun = new ArrayList<>();
  private final Map<String, Open> open = new LinkedHashMap<>();
  private final List<Caller> left = new ArrayList<>();
  private boolean isImmediate;

  /// A command that was begun, and what its answer will be.
  private record Open(CompletableFuture<Reply> answer, Reply reply) {}

  @Override
  public synchronized CompletionStage<Reply> dispatch(Command command, Caller caller) {
    var name = TestCodec.name(command);
    begun.add(name);
    if (name.contains("bug")) {
      throw new OnPurpose();
    }
    if (isImmediate || command instanceof Command.Malformed) {
      return CompletableFuture.completedStage(TestCodec.reply(command));
    }
    var answer = new CompletableFuture<Reply>();
    open.put(name, new Open(answer, TestCodec.reply(command)));
    return answer;
  }

  @Override
  public synchronized void left(Caller caller) {
    left.add(caller);
  }

  /// From now on commands are answered at once.
  synchronized void answerAtOnce() {
    isImmediate = true;
  }

  /// Answers commands that were begun, in this order.
  void answer(String... names) {
    for (var name : names) {
      var taken = take(name);
      taken.answer.complete(taken.reply);
    }
  }

  /// Answers the oldest so many of those that were begun and not answered.
  void answerOldest(int count) {
    answer(open().subList(0, count).toArray(String[]::new));
  }

  /// Fails a command that was begun.
  void fail(String name) {
    take(name).answer.completeExceptionally(new OnPurpose());
  }

  /// The names of all commands begun so far.
  synchronized List<String> begun() {
    return List.copyOf(begun);
  }

  /// The names of those that are not answered.
  synchronized List<String> open() {
    return List.copyOf(open.keySet());
  }

  synchronized List<Caller> left() {
    return List.copyOf(left);
  }

  private synchronized Open take(String name) {
    var taken = open.remove(name);
    if (taken == null) {
      throw new AssertionError("'%s' was not begun, only %s".formatted(name, begun));
    }
    return taken;
  }
}
