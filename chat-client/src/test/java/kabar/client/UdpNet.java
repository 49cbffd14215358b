package kabar.client;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import kabar.api.transport.TransportProvider;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.transport.udp.VirtualUdp;

/// A network in virtual time with one server in it and the connections of the UDP transport, whose
/// datagrams meet faults until it is mended.
final class UdpNet implements ModelNet {
  private static final URI SERVER = URI.create("udp://server");
  private static final int FIRST_ACTOR = 100_000;

  private final VirtualUdp udp;

  UdpNet(VirtualTime time, long seed, Faults faults) {
    udp = new VirtualUdp(new Passing(time), faults, seed);
  }

  /// How often a fault has happened.
  long count(Fault fault) {
    return udp.count(fault);
  }

  @Override
  public URI server() {
    return SERVER;
  }

  @Override
  public TransportProvider transports() {
    return udp;
  }

  @Override
  public void unreachable(boolean unreachable) {
    udp.unreachable(unreachable);
  }

  @Override
  public void killServer() {
    udp.killServer();
  }

  @Override
  public List<? extends ModelWire> open() {
    return udp.open().stream().map(Line::new).toList();
  }

  @Override
  public void mend() {
    unreachable(false);
    udp.become(Faults.perfect());
  }

  private record Passing(VirtualTime time) implements VirtualUdp.Time {

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void at(long nanos, int port, Runnable task) {
      time.at(nanos, FIRST_ACTOR + port, task);
    }

    @Override
    public void await(Consumer<Runnable> begin) {
      WaitingTask.await(begin);
    }
  }

  private record Line(VirtualUdp.UdpWire wire) implements ModelWire {

    @Override
    public void cut() {
      mute(true, true);
      wire.lose(true);
      wire.lose(false);
    }

    @Override
    public void cutHalf(boolean isToldAtClient) {
      mute(true, true);
      wire.lose(isToldAtClient);
    }

    @Override
    public void mute(boolean toServer, boolean toClient) {
      wire.mute(toServer, toClient);
    }
  }
}
