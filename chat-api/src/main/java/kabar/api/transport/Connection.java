package kabar.api.transport;

/// One peer on one wire: whole payloads both ways, ordered and reliable. Thread-safe; no call
/// blocks.
public interface Connection {

  /// The other end.
  ///
  /// - A connection knows its peer's address and its own transport's name.
  Peer peer();

  /// Queues a payload for the peer. The array belongs to the transport from now on and is never
  /// changed, so that one array may be offered to a thousand connections.
  ///
  /// - An offer may be made from any thread and never blocks.
  /// - An offer of any size is accepted while less than the limit waits.
  /// - An offer to a full queue is refused, and nothing of it is sent.
  /// - An offer to a closed connection is refused.
  /// - A payload is never changed, so that one array serves many connections.
  /// - All offers made during one pass of the transport leave in one write.
  ///
  /// @return whether the payload was accepted; after a refusal wait for {@link Receiver#drained} or
  ///     {@link Receiver#closed}
  boolean offer(byte[] payload);

  /// Stops the inflow: back-pressure reaches the peer in the end. The end of input waits as
  /// payloads do; the end of the connection may be told all the same.
  ///
  /// - After a pause on the transport's thread nothing is received, not even what was already read.
  /// - A pause makes the peer's offers fail in the end, and only that peer's.
  void pause();

  /// Lets the inflow go on. Pauses do not add up: one `resume` ends any number of them.
  ///
  /// - After a resume all that was held back arrives, in order.
  /// - A pause and a resume from any thread lose nothing.
  void resume();

  /// Sends what was accepted, for {@link TransportLimits#close} at most, then ends the connection.
  ///
  /// - A close sends all that was accepted before it.
  /// - After a close nothing more is received but the end.
  /// - Closing or aborting again is harmless.
  void close();

  /// Ends the connection at once.
  ///
  /// - An abort drops what waits and ends both sides.
  void abort();
}
