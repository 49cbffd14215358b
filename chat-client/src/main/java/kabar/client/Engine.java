package kabar.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import kabar.protocol.Command;
import kabar.protocol.Reply;

/// What a client is made of, put together.
final class Engine {
  private final Surroundings around;

  Engine(ClientPlan plan, Consumer<? super News> audience, Surroundings around) {
    this.around = around;
  }

  CompletionStage<Void> start() {
    return CompletableFuture.completedFuture(null);
  }

  void connect() {}

  ConnectionState state() {
    return new ConnectionState.Idle();
  }

  Optional<String> user() {
    return Optional.empty();
  }

  Optional<Duration> latency() {
    return Optional.empty();
  }

  CompletionStage<Reply> ask(Command command) {
    return CompletableFuture.failedFuture(new UnansweredException("offline", false));
  }

  Outgoing send(String to, String text) {
    var failed = new UnansweredException("offline", false);
    return new Outgoing(
        "", CompletableFuture.failedFuture(failed), CompletableFuture.failedFuture(failed));
  }

  List<OutboxEntry> outbox() {
    return List.of();
  }

  CompletionStage<Boolean> retry(String key) {
    return CompletableFuture.completedFuture(false);
  }

  CompletionStage<Boolean> drop(String key) {
    return CompletableFuture.completedFuture(false);
  }

  List<Reply.Talk> conversations() {
    return List.of();
  }

  Reply.History messages(String with) {
    return new Reply.History(List.of(), true);
  }

  CompletionStage<Boolean> older(String with) {
    return CompletableFuture.completedFuture(false);
  }

  void read(String with, String upTo) {}

  String draft(String with) {
    return "";
  }

  void saveDraft(String with, String text) {}

  CompletionStage<Void> stop() {
    around.release().run();
    return CompletableFuture.completedFuture(null);
  }
}
