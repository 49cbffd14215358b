import org.jspecify.annotations.NullMarked;

/// The client program: `kabar`'s command line and the line client.
///
/// In reading order: `Kabar` reads the command line, `LineCommand` connects to a server through
/// whatever transport its URL names, and `kabar.tui.line` holds the conversation.
@NullMarked
module kabar.tui {
  requires info.picocli;
  requires kabar.api;
  requires kabar.protocol;
  requires static org.jspecify;

  uses kabar.api.transport.TransportProvider;

  // picocli fills the fields of the commands.
  opens kabar.tui to
      info.picocli;
}
