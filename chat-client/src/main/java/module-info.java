import org.jspecify.annotations.NullMarked;

/// The other end of the wire: what every client of ours does, whatever it looks like.
///
/// In reading order: a `ChatClient` is one account at one server, its `Connector` brings it online
/// and back, over a `Wire` that matches answers to requests; a `Mirror` holds what the server has
/// told, an `Outbox` what it has yet to be told. What has to outlive the program is in a
/// `ProfileFolder`. A `Link` is one connection and nothing more, for scripts.
@NullMarked
module kabar.client {
  requires transitive kabar.api;
  requires transitive kabar.protocol;
  requires static org.jspecify;

  exports kabar.client;
}
