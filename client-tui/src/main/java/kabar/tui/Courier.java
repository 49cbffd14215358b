package kabar.tui;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kabar.client.ChatClient;
import kabar.client.ClientPlan;
import kabar.client.KeptSession;
import kabar.client.Memory;
import kabar.client.News;
import kabar.client.OutboxEntry;
import kabar.client.ProfileException;

/// A client of the core on the profile's session: it has the outbox, and follows what happens once
/// it is connected. Of conversations it knows nothing.
///
/// @param client which has started and is not connected
record Courier(ChatClient client) implements AutoCloseable {

  /// One that nobody listens to.
  ///
  /// @throws ProfileException if the profile's folder cannot be used
  static Courier of(Errand errand, KeptSession session)
      throws ProfileException, InterruptedException {
    return of(errand, session, "", _ -> {});
  }

  /// One that somebody listens to.
  ///
  /// @param cursor after which that begins, empty for now
  /// @param audience is told on the client's thread; must not block
  /// @throws ProfileException if the profile's folder cannot be used
  static Courier of(Errand errand, KeptSession session, String cursor, Consumer<News> audience)
      throws ProfileException, InterruptedException {
    var plan =
        new ClientPlan(errand.destination(session.server()), errand.path(), errand.introduction(""))
            .remembering(new Memory.Following(cursor))
            .timing(errand.timing());
    var client = ChatClient.open(plan, audience);
    try {
      await(client.start());
      return new Courier(client);
    } catch (ProfileException | InterruptedException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /// Waits for something that has to do with the disk here.
  ///
  /// @throws ProfileException if the disk cannot do it
  static <T> T await(CompletionStage<T> stage) throws ProfileException, InterruptedException {
    try {
      return stage.toCompletableFuture().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProfileException problem) {
        throw problem;
      }
      throw new IllegalStateException(e);
    }
  }

  /// How many messages are on their way.
  int waiting() {
    return (int) client.outbox().stream().filter(OutboxEntry::isPending).count();
  }

  @Override
  public void close() {
    client.close();
  }
}
