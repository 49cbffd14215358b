package kabar.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.api.transport.Peer;
import kabar.domain.Caller;
import kabar.domain.CommandDispatcher;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetersTest {
  private static final Caller CALLER =
      new Caller(new Peer(InetSocketAddress.createUnresolved("peer", 1), "tcp", false, true, ""));

  private final Meters meters = new Meters();

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void aScrapeSeesWhatWasBoundBeforeIt() {
    meters.bind(registry -> Gauge.builder("kabar.answer", () -> 42).register(registry));

    assertThat(meters.scrape()).contains("\nkabar_answer 42.0\n").contains("jvm_memory_used_bytes");
  }

  @Test
  void namesThatNobodyEndsDoNotFillTheMemory() {
    var dispatcher = meters.around(new Refusing());
    for (int i = 0; i < 1_000; i++) {
      dispatcher.dispatch(new Command.Malformed("name" + i, Reason.UNKNOWN_COMMAND), CALLER);
    }

    var counts =
        meters.scrape().lines().filter(line -> line.startsWith("kabar_command_seconds_count"));

    assertThat(counts).hasSize(100);
  }

  private static final class Refusing implements CommandDispatcher {
    @Override
    public CompletionStage<Reply> dispatch(Command command, Caller caller) {
      return CompletableFuture.completedFuture(Reply.Refused.because(Reason.UNKNOWN_COMMAND));
    }

    @Override
    public void left(Caller caller) {}
  }
}
