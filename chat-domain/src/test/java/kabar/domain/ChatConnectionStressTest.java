package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kabar.api.transport.TransportLimits;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import kabar.testkit.loopback.LoopbackTransport;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/// Many threads make replies ready at once. A failure names the seed, though not the interleaving.
class ChatConnectionStressTest {
  private static final URI ANY = URI.create("loopback://localhost:0");
  private static final int REQUESTS = 2_000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final LoopbackTransport transport = new LoopbackTransport(TransportLimits.DEFAULT);
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  @AfterEach
  void closeAll() {
    transport.close();
    workers.close();
  }

  @RepeatedTest(20)
  void answersInOrderWhileManyThreadsAnswer() throws IOException {
    int maxUnanswered = 2 + random.nextInt(16);
    var dispatcher = new PoolDispatcher(maxUnanswered);
    var requests = IntStream.range(0, REQUESTS).mapToObj(this::request).toList();

    var received = exchange(requests, dispatcher, maxUnanswered);

    assertThat(received)
        .as("seed %d, %d unanswered", seed, maxUnanswered)
        .isEqualTo(requests.stream().map(it -> it + "!").toList());
    assertThat(dispatcher.most.get()).isLessThanOrEqualTo(maxUnanswered);
  }

  private List<String> exchange(
      List<String> requests, CommandDispatcher dispatcher, int maxUnanswered) throws IOException {
    var reception = Receptions.of(dispatcher, Doors.withRoomFor(1), maxUnanswered);
    var listener =
        transport.listen(ANY, c -> new ChatConnection(c, TestCodec.dialects(), reception));
    var client = new RecordingHandler(Reaction.none());
    transport.connect(listener.address(), client);
    var receiver = client.next();
    receiver.offer(String.join("\n", requests) + "\n");
    return receiver.awaitTexts(requests.size()).stream().map(String::strip).toList();
  }

  private String request(int number) {
    return (random.nextInt(4) == 0 ? "inbox " : "send ") + number;
  }

  /// Answers on any of the workers, some commands at once, and counts how many are under way.
  private final class PoolDispatcher implements CommandDispatcher {
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Random random;

    PoolDispatcher(long salt) {
      random = new Random(seed + salt);
    }

    @Override
    public CompletionStage<Reply> dispatch(Command command, Caller caller) {
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      var reply = TestCodec.reply(command);
      return random.nextInt(8) == 0
          ? CompletableFuture.completedStage(done(reply))
          : CompletableFuture.supplyAsync(() -> done(reply), workers);
    }

    @Override
    public void left(Caller caller) {}

    private Reply done(Reply reply) {
      underWay.decrementAndGet();
      return reply;
    }
  }
}
