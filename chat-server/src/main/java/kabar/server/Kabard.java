package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.api.store.StoreException;
import kabar.api.transport.Listener.Stopped;
import kabar.domain.ListenUrl;
import kabar.domain.Plugins;
import kabar.protocol.LogoutForm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The server program.
@Command(
    name = "kabard",
    mixinStandardHelpOptions = true,
    versionProvider = Kabard.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Kabar's chat server.",
      "",
      "Runs until it is told to stop (Ctrl-C or SIGTERM); then it answers what has arrived and"
          + " ends.",
      ""
    },
    footer = {
      "",
      "Settings for --set, with their defaults:",
      "  limits.connections         open-file limit less 256, 100000 at most",
      "  limits.unanswered-requests 128     requests of one connection",
      "  limits.text-line-bytes     8192    a line of the text dialect",
      "  limits.message-bytes       16384   the text of a message",
      "  limits.presence-window     5m      online after the last use of a session",
      "  login.reveal-unknown-users false   true with --demo",
      "  log.format                 text    or json, a record a line",
      "  log.level                  INFO    ERROR, WARNING, INFO, DEBUG or TRACE",
      "  log.levels                         of some modules: kabar.domain=DEBUG,…",
      "  metrics.insecure           false   true allows addresses beyond this machine",
      "  stop.grace                 10s     for answering what has arrived",
      "  transport.tcp.insecure     false   true allows addresses beyond this machine",
      "  transport.tcp.loops        half of the cores",
      "  transport.tcp.backlog      4096",
      "  and for every transport, plug-ins too:",
      "  transport.tcp.max-payload-bytes     65536    first-payload-timeout 20s",
      "  transport.tcp.max-queue-bytes       262144   stall-timeout         60s",
      "  transport.tcp.max-queue-items       1000     close-timeout         5s",
      "",
      "Exit codes: 0 after --help and --version, 2 if it could not start, 143 after SIGTERM.",
      "",
      "Example: kabard --demo --listen 'tcp://localhost:8889?dialect=chatbox'"
    })
public final class Kabard implements Callable<Integer> {
  private static final String DEFAULT_URL = "tcp://localhost:8889";
  private static final String DEFAULT_METRICS = "127.0.0.1:9889";
  private static final String PLUGINS_PROPERTY = "kabar.plugins";
  private static final int CANNOT_START = CommandLine.ExitCode.USAGE;

  @Option(
      names = "--demo",
      description =
          "With the users messi, henderson and lineker, whose password is surabaya; reachable from"
              + " this machine only.")
  private boolean isDemo;

  @Option(
      names = "--listen",
      paramLabel = "URL",
      description =
          "Where to listen; may be given more than once. Default: "
              + DEFAULT_URL
              + ", which means 127.0.0.1 and ::1. May end in ?dialect=chat or ?dialect=chatbox.")
  private List<String> listen = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The data folder, made if it is missing. Default: kabar (with --demo, kabar-demo) in"
              + " $$XDG_DATA_HOME or ~/.local/share.")
  private @Nullable Path data;

  @Option(
      names = "--dialect",
      paramLabel = "chat|chatbox",
      description = "How a logout is answered where a URL does not say. Default: chat.")
  private String dialect = "chat";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "The folder of drop-in transports and stores. Default: plugins beside bin, if it is"
              + " there.")
  private @Nullable Path plugins;

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT|off",
      description =
          "Where to tell metrics and health over HTTP. Default: "
              + DEFAULT_METRICS
              + ", which only this machine reaches.")
  private String metrics = DEFAULT_METRICS;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting, see below; may be given more than once.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  private Kabard() {}

  /// Runs the program and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Kabard()).setParameterExceptionHandler(Kabard::explain).execute(args));
  }

  /// Starts, then waits for the end of the process. Returns only if it could not start.
  @Override
  public Integer call() throws InterruptedException {
    try {
      var server = new RunningServer(wish());
      stopAtExit(server);
      greet(server);
      new CountDownLatch(1).await();
      return CommandLine.ExitCode.OK;
    } catch (SettingsException | ProviderException | StoreException | IOException e) {
      spec.commandLine().getErr().println("kabard: " + e.getMessage());
      return CANNOT_START;
    }
  }

  private RunningServer.Wish wish() {
    var form =
        LogoutForm.parse(dialect)
            .orElseThrow(
                () ->
                    new SettingsException(
                        "--dialect: cannot use '%s' (expected chat or chatbox)"
                            .formatted(dialect)));
    var texts = listen.isEmpty() ? List.of(DEFAULT_URL) : listen;
    return new RunningServer.Wish(
        texts.stream().map(text -> ListenUrl.parse(text, form)).toList(),
        folder().toAbsolutePath().normalize(),
        isDemo,
        metrics,
        new Configuration(settings),
        Plugins.with(dropIns()));
  }

  /// The launcher says where the image's own folder would be.
  private List<ModuleLayer> dropIns() {
    if (plugins != null) {
      return PluginFolder.load(plugins.toAbsolutePath());
    }
    var ours = System.getProperty(PLUGINS_PROPERTY, "");
    return ours.isEmpty() || Files.notExists(Path.of(ours))
        ? List.of()
        : PluginFolder.load(Path.of(ours));
  }

  private Path folder() {
    if (data == null) {
      return DataFolder.defaultPath(isDemo ? "kabar-demo" : "kabar", System.getenv());
    }
    if (data.toString().isEmpty()) {
      throw new SettingsException("--data: cannot use '' (expected a folder)");
    }
    return data;
  }

  private void greet(RunningServer server) {
    var out = spec.commandLine().getOut();
    out.println("Kabar " + version());
    server.addresses().forEach(address -> out.println("Listening at " + address));
    server.metricsUrl().ifPresent(url -> out.println("Metrics at " + url));
    out.println(
        "Room for %,d connections. Data folder: %s"
            .formatted(server.maxConnections(), server.data()));
    out.println("Messages are kept in memory: they are gone when the server stops.");
    if (isDemo) {
      explainDemo(out, server);
    } else {
      out.println("Nobody has an account here yet. Start with --demo to try Kabar.");
    }
    out.println("Ready in %d ms".formatted(millisSinceStart()));
    out.flush();
  }

  private static void explainDemo(PrintWriter out, RunningServer server) {
    out.println(
        "Demo users: messi, henderson, lineker; password: %s. Try:".formatted(Demo.PASSWORD));
    out.println(
        "  echo 'auth messi %s' | nc -N %s"
            .formatted(Demo.PASSWORD, netcatTarget(server.addresses().getFirst())));
  }

  /// Host and port, or, where a URL has none, the path of a socket.
  private static String netcatTarget(URI address) {
    return address.getHost() == null
        ? "-U '%s'".formatted(address.getPath())
        : "%s %d".formatted(address.getHost(), address.getPort());
  }

  private void stopAtExit(RunningServer server) {
    var out = spec.commandLine().getOut();
    var stop =
        new Thread(
            () -> {
              out.println("Stopping");
              out.flush();
              var outcome = server.stop();
              out.println(
                  outcome == Stopped.DRAINED ? "Stopped" : "Stopped, cutting connections off");
              out.flush();
            },
            "kabar-stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  /// Since Java began: the age of the process would count the build that `./run` may have made.
  private static long millisSinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  private static int explain(ParameterException e, String[] args) {
    var commandLine = e.getCommandLine();
    commandLine.getErr().println("kabard: " + e.getMessage() + " (see kabard --help)");
    return CANNOT_START;
  }

  private static String version() {
    return Optional.ofNullable(Kabard.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(unknown version)");
  }

  /// The version this module was built with.
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"kabard " + version()};
    }
  }
}
