package kabar.api.transport;

/// Why a connection ended.
public enum CloseCause {
  /// Its owner closed it, and all that was accepted was sent.
  CLOSED,
  /// Its owner aborted it, or its handler or receiver threw.
  ABORTED,
  /// The peer reset the connection or vanished, or the wire failed.
  LOST,
  /// The first payload was begun and not finished within {@link TransportLimits#firstPayload}.
  TIMED_OUT,
  /// The peer took nothing within {@link TransportLimits#stall} while the queue was full, or within
  /// {@link TransportLimits#close} after a close.
  STALLED,
  /// The listener or the transport was stopped before the owner closed the connection.
  STOPPED
}
