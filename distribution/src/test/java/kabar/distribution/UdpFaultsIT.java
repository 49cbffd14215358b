package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.testkit.network.Faults.BlackOuts;
import kabar.testkit.network.UdpProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Two people talk to one packed server over UDP through bad networks of every kind: all arrives,
/// once and in order.
final class UdpFaultsIT {
  private static final int LEAST_ROUNDS = 5;
  private static final int MOST_ROUNDS = 500;
  private static final int ROUNDS_IN_AN_INBOX =
      DatagramTalk.MOST_IN_AN_INBOX / DatagramTalk.AT_ONCE;

  @TempDir static Path temporary;

  private static PackedServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        PackedServer.demo(
            temporary.resolve("data"),
            "--listen",
            "udp://127.0.0.1:0",
            "--set",
            "limits.messages=off");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> conditions() {
    var blackOuts = new BlackOuts(Duration.ofMillis(100), Duration.ofMillis(400));
    return Stream.of(
        Arguments.of("loss1", Faults.loss(0.01), Fault.LOSS),
        Arguments.of("loss5", Faults.loss(0.05), Fault.LOSS),
        Arguments.of("loss20", Faults.loss(0.20), Fault.LOSS),
        Arguments.of("reordering", Faults.reordering(), Fault.REORDERING),
        Arguments.of("duplication", Faults.duplicating(), Fault.DUPLICATION),
        Arguments.of("black-outs", Faults.perfect().with(blackOuts), Fault.BLACK_OUT),
        Arguments.of("corruption", Faults.corrupting(), Fault.CORRUPTION),
        Arguments.of("truncation", Faults.truncating(), Fault.TRUNCATION));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void allArrivesOnceAndInOrder(String name, Faults faults, Fault fault) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    try (var proxy = UdpProxy.before(address, name.hashCode());
        var talk = DatagramTalk.through(proxy.address(), name)) {
      proxy.become(faults);

      // Until the network was really bad, in both directions.
      for (int round = 0; round < LEAST_ROUNDS || !hasMet(proxy, fault); round++) {
        assertThat(round).as("rounds without a fault").isLessThan(MOST_ROUNDS);
        talk.round();
        if (round % ROUNDS_IN_AN_INBOX == ROUNDS_IN_AN_INBOX - 1) {
          talk.check();
        }
      }
      talk.check();
    }
  }

  private static boolean hasMet(UdpProxy proxy, Fault fault) {
    return proxy.toServer().count(fault) > 0 && proxy.toClients().count(fault) > 0;
  }
}
