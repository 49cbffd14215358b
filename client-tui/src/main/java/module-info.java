import org.jspecify.annotations.NullMarked;

/// The client program: `kabar`'s command line and the line client.
///
/// In reading order: `Kabar` reads the command line, and each command is a class. What they have in
/// common is in an `Errand`: the profile of `kabar.tui.profile`, the language of `kabar.tui.words`,
/// and where `kabar.tui.print` prints. A `Visit` asks a server a few things; a `Courier` stays
/// there
/// for longer. `LineCommand` connects to a server through whatever transport its URL names, and
/// `kabar.tui.line` holds the conversation.
@NullMarked
module kabar.tui {
  requires com.googlecode.lanterna;
  requires info.picocli;
  requires kabar.api;
  requires kabar.client;
  requires kabar.protocol;
  // Signals: JLine and Lanterna find sun.misc.Signal by reflection, and do without it in silence.
  requires jdk.unsupported;
  requires org.jline.terminal;
  requires static org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.dataformat.toml;

  uses kabar.api.transport.TransportProvider;

  // picocli fills the fields of the commands.
  opens kabar.tui to
      info.picocli;
}
