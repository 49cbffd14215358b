package kabar.bench;

import java.io.IOException;
import java.time.Duration;

/// The packed server, with a connection for each sender.
final class DurableServer implements Durable {
  private final ServerProcess server;
  private final LoadGenerator load;
  private final Latencies latencies = new Latencies();

  DurableServer(ServerProcess server, int senders, String text) throws IOException {
    this.server = server;
    var address = server.awaitReady().address();
    var exchange = Login.send(address, "henderson", text);
    this.load =
        new LoadGenerator(Wire.STREAM, address, exchange, new LoadShape(senders, 1), latencies);
  }

  @Override
  public Round play(Duration duration) throws IOException {
    latencies.clear();
    var before = server.figures().cpu();
    var played = load.run(duration);
    return Durable.round(played, server.figures().cpu().minus(before), latencies);
  }

  @Override
  public void close() throws IOException {
    load.close();
    server.close();
  }
}
