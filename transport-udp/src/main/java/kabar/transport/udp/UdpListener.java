package kabar.transport.udp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import kabar.api.transport.Listener;

/// The ports of one URL and the connections accepted there.
final class UdpListener implements Listener {
  private final URI address;
  private final List<Door> doors;
  private final UdpGroup group;
  private final Map<String, LongSupplier> counters;

  /// One port: who accepts there and the thread that reads it.
  record Door(Doorkeeper keeper, UdpLoop loop) {}

  UdpListener(URI address, List<Door> doors, UdpGroup group, UdpCounters counters) {
    this.address = address;
    this.doors = doors;
    this.group = group;
    this.counters = counters.byName(group.connections()::count);
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return counters;
  }

  @Override
  public Stopped stop(Duration grace) {
    doors.forEach(door -> door.keeper.stop());
    // So that nobody is still being accepted.
    doors.forEach(door -> door.loop.awaitPass());
    var stopped = group.stop(grace);
    doors.forEach(door -> door.loop.stop());
    return stopped;
  }

  @Override
  public void close() {
    stop(Duration.ZERO);
  }
}
