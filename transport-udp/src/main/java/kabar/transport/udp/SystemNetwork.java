package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// The network of this machine.
///
/// @param bufferBytes how much each socket is asked to keep until it is read
/// @param origin of the times, by the system's nanosecond clock
/// @param random for ids and secrets
record SystemNetwork(int bufferBytes, long origin, RandomGenerator random) implements Network {

  SystemNetwork(int bufferBytes) {
    this(bufferBytes, System.nanoTime(), new SecureRandom());
  }

  @Override
  public DatagramPort open(InetSocketAddress address) throws IOException {
    return ChannelPort.open(address, bufferBytes);
  }

  @Override
  public DatagramPort openAnywhere() throws IOException {
    return ChannelPort.openAnywhere(bufferBytes);
  }

  @Override
  public long micros() {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - origin);
  }

  @Override
  public long machineNanos(long micros) {
    return TimeUnit.MICROSECONDS.toNanos(micros);
  }
}
