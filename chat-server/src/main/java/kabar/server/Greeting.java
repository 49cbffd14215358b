package kabar.server;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import kabar.api.store.StoreProvider;
import kabar.server.operation.JoinLine;

/// What a server says when it is ready: where it is, and what to try.
final class Greeting {
  private final PrintWriter out;

  Greeting(PrintWriter out) {
    this.out = out;
  }

  void print(RunningServer server, ServerPlan plan) {
    out.println("Kabar " + Version.text());
    server.addresses().forEach(address -> out.println("Listening at " + address));
    server.metricsUrl().ifPresent(url -> out.println("Metrics at " + url));
    out.println(
        "Room for %,d connections. Data folder: %s"
            .formatted(server.maxConnections(), server.data()));
    explainStore(plan.store());
    if (plan.isDemo()) {
      explainDemo(server.addresses().getFirst());
    } else {
      server.ownerCode().ifPresent(code -> explainOwnerCode(code, server.addresses()));
    }
    out.println("Ready in %d ms".formatted(millisSinceStart()));
    out.flush();
  }

  private void explainStore(StoreProvider store) {
    out.println(
        (store.isDurable()
                ? "Messages are kept there, by the store %s."
                : "Messages are gone when the server stops: the store is %s.")
            .formatted(store.name()));
  }

  /// The only place where the code is ever shown.
  private void explainOwnerCode(String code, List<URI> addresses) {
    out.println("Nobody has an account here yet. The first one to register needs this code:");
    out.println("  " + code);
    out.println("With it: " + JoinLine.of(addresses, code));
    out.println("Or make an account here: kabard user add NAME");
    out.println("Start with --demo to try Kabar without.");
  }

  private void explainDemo(URI address) {
    out.println(
        "Demo users: messi, henderson, lineker; password: %s. Try:".formatted(Demo.PASSWORD));
    out.println(
        "  echo 'auth messi %s' | nc %s".formatted(Demo.PASSWORD, netcatArguments(address)));
  }

  /// What reaches a URL: by host and port, or by the path of a socket where a URL has neither. A
  /// datagram has no end of input to wait for.
  private static String netcatArguments(URI address) {
    if (address.getHost() == null) {
      return "-N -U '%s'".formatted(address.getPath());
    }
    var options = address.getScheme().equals("udp") ? "-u -w1" : "-N";
    return "%s %s %d".formatted(options, address.getHost(), address.getPort());
  }

  /// Since Java began: the age of the process would count the build that `./run` may have made.
  private static long millisSinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
