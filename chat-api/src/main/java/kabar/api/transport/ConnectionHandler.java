package kabar.api.transport;

/// Owns connections: sees each one first and says who receives from it.
@FunctionalInterface
public interface ConnectionHandler {

  /// Takes a new connection. Called on the transport's thread; must not block. The connection may
  /// be used at once: offers, pauses and closes made here count.
  ///
  /// - A connection is shown to its handler before anything of it is received.
  /// - A handler that throws loses that connection and no other.
  Receiver opened(Connection connection);
}
