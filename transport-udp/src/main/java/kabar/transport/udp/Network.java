package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.random.RandomGenerator;

/// What the transport needs of the world: sockets, time and chance. Tests have others than the
/// system's. Thread-safe.
interface Network {

  /// A port at an address of this machine, port 0 meaning any.
  ///
  /// @throws java.net.BindException if the address is taken or not one of this machine
  DatagramPort open(InetSocketAddress address) throws IOException;

  /// A port that reaches every address.
  DatagramPort openAnywhere() throws IOException;

  /// Microseconds since any fixed time, 0 or more, never going back.
  long micros();

  /// How many nanoseconds of the machine so many microseconds of this network take.
  long machineNanos(long micros);

  /// For ids and secrets, which nobody may foresee.
  RandomGenerator random();
}
