import org.jspecify.annotations.NullMarked;

/// The server program: `kabard`'s command line, its settings, and what a running server is made of.
///
/// In reading order: `Kabard` reads the command line, `Configuration` sorts the settings,
/// `RunningServer` opens everything in order and closes it in reverse.
@NullMarked
module kabar.server {
  requires info.picocli;
  requires java.logging;
  requires java.management;
  requires kabar.domain;
  requires static org.jspecify;
  requires tools.jackson.core; // the log as JSON

  // picocli fills the fields of the commands.
  opens kabar.server to
      info.picocli;
}
