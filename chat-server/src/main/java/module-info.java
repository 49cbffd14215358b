import org.jspecify.annotations.NullMarked;

/// The server program: `kabard`'s command line, its settings, and what a running server is made of.
///
/// In reading order: `Kabard` reads the command line, `ServerPlan` is what was configured, checked;
/// `RunningServer` opens everything in order and closes it in reverse. Where the configuration
/// comes from is in `kabar.server.config`, which alone knows of TOML. What is measured is in
/// `kabar.server.metrics`, and nothing outside it knows of Micrometer. The operator's commands come
/// in through `kabar.server.control` and are done in `kabar.server.operation`.
@NullMarked
@SuppressWarnings("requires-automatic")
module kabar.server {
  requires info.picocli;
  requires io.prometheus.metrics.model;
  requires java.logging;
  requires java.management;
  requires jdk.httpserver;
  requires kabar.domain;
  requires micrometer.core;
  requires micrometer.registry.prometheus;
  requires org.bouncycastle.provider; // Argon2id
  requires static org.jspecify;
  requires tools.jackson.core; // the log, and the operator's commands, as JSON
  requires tools.jackson.dataformat.toml;

  // picocli fills the fields of the commands.
  opens kabar.server to
      info.picocli;
}
