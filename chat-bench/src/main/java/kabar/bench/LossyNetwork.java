package kabar.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A network of its own with nothing in it but a loopback device that loses packets, for TCP and
/// UDP alike: a network namespace (network_namespaces(7)) with a rule of nftables, which draws for
/// each packet that comes in.
final class LossyNetwork implements Workplace.Running {
  private final String name;

  private LossyNetwork(String name) {
    this.name = name;
  }

  /// Makes one.
  ///
  /// @param percent how much is lost in each direction, 0..99
  /// @throws BenchException if that takes rights or programs that are missing here
  static LossyNetwork make(Workplace workplace, int percent) throws IOException {
    var name = "kabar-bench-%d-%d".formatted(ProcessHandle.current().pid(), percent);
    Programs.run(List.of("ip", "netns", "add", name));
    var network = workplace.keepRunning(new LossyNetwork(name));
    Programs.run(network.entering(List.of("ip", "link", "set", "lo", "up")));
    var rules =
        "add table inet kabar;"
            + " add chain inet kabar loss { type filter hook input priority 0; };"
            // With which a socket wakes its own thread; no network carries them.
            + " add rule inet kabar loss udp length 8 accept;"
            + " add rule inet kabar loss numgen random mod 100 < %d drop".formatted(percent);
    if (percent > 0) {
      Programs.run(network.entering(List.of("nft", rules)));
    }
    return network;
  }

  /// The same command, in this network.
  List<String> entering(List<String> command) {
    var whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
    whole.addAll(command);
    return whole;
  }

  /// Removes it, once those in it have ended.
  @Override
  public void close() {
    try {
      Programs.run(List.of("ip", "netns", "delete", name));
    } catch (IOException e) {
      // It has been removed already.
    }
  }
}
