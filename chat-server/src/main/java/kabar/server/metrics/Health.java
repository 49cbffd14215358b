package kabar.server.metrics;

/// How far a server is in its life.
public enum Health {
  /// Something is still being opened.
  STARTING,
  /// It takes connections.
  READY,
  /// It takes no connections any more and answers what has arrived.
  DRAINING
}
