package kabar.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A network of its own with nothing in it but a loopback device, which loses packets: what the
/// kernel does to them is the real thing. Closing it removes it, once those in it have ended.
///
/// It is a network namespace (network_namespaces(7)). The loss is netem's where the kernel has
/// that,
/// else a rule of nftables; the first is met on the way out, the other on the way in.
final class LossyNetwork implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Pattern DROPPED = Pattern.compile("dropped (\\d+)|counter packets (\\d+)");

  private final String name;
  private final boolean hasNetem;

  private LossyNetwork(String name, int percent) throws IOException, InterruptedException {
    this.name = name;
    must("ip", "link", "set", "lo", "up");
    this.hasNetem = netem(percent);
    if (!hasNetem) {
      nftables(percent);
    }
  }

  /// Makes one, or skips the test, naming what is missing.
  ///
  /// @param percent how much is lost in each direction, 0..100
  static LossyNetwork losing(int percent) throws IOException, InterruptedException {
    Programs.require("ip");
    Programs.require("tc");
    var name = "kabar-%d-%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    var made = run("ip", "netns", "add", name);
    if (made.exitCode() != 0) {
      Programs.skip("nobody may make a network namespace here: " + made.output().strip());
    }
    try {
      return new LossyNetwork(name, percent);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      remove(name);
      throw e;
    }
  }

  /// What to put before a command, so that it runs in this network.
  List<String> entering() {
    return List.of("ip", "netns", "exec", name);
  }

  /// The same command, in this network.
  List<String> entering(List<String> command) {
    var whole = new ArrayList<>(entering());
    whole.addAll(command);
    return whole;
  }

  /// How many packets were lost so far.
  long dropped() throws IOException, InterruptedException {
    var told =
        hasNetem
            ? must("tc", "-s", "qdisc", "show", "dev", "lo")
            : must("nft", "list", "chain", "inet", "kabar", "loss");
    return DROPPED
        .matcher(told)
        .results()
        .mapToLong(it -> Long.parseLong(it.group(1) == null ? it.group(2) : it.group(1)))
        .sum();
  }

  @Override
  public void close() throws IOException {
    try {
      remove(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before the network namespace was removed: " + name, e);
    }
  }

  private boolean netem(int percent) throws IOException, InterruptedException {
    var loss = percent + "%";
    return inside("tc", "qdisc", "add", "dev", "lo", "root", "netem", "loss", loss).exitCode() == 0;
  }

  private void nftables(int percent) throws IOException, InterruptedException {
    Programs.require("nft");
    var rules =
        "add table inet kabar;"
            + " add chain inet kabar loss { type filter hook input priority 0; };"
            // With which a socket wakes its own thread; no network carries them.
            + " add rule inet kabar loss udp length 8 accept;"
            + " add rule inet kabar loss numgen random mod 100 < %d counter drop"
                .formatted(percent);
    var made = inside("nft", rules);
    if (made.exitCode() != 0) {
      Programs.skip("this kernel has neither netem nor nftables: " + made.output().strip());
    }
  }

  private String must(String... command) throws IOException, InterruptedException {
    var outcome = inside(command);
    if (outcome.exitCode() != 0) {
      throw new IOException("%s: %s".formatted(String.join(" ", command), outcome));
    }
    return outcome.output();
  }

  private Image.Outcome inside(String... command) throws IOException, InterruptedException {
    return run(entering(List.of(command)).toArray(String[]::new));
  }

  private static void remove(String name) throws IOException, InterruptedException {
    var removed = run("ip", "netns", "delete", name);
    if (removed.exitCode() != 0) {
      throw new IOException("cannot remove the network namespace %s: %s".formatted(name, removed));
    }
  }

  private static Image.Outcome run(String... command) throws IOException, InterruptedException {
    return Image.run(Path.of("/"), Map.of("PATH", System.getenv("PATH")), command);
  }
}
