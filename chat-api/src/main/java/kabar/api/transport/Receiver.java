package kabar.api.transport;

import java.nio.ByteBuffer;

/// What the owner of one connection hears of it. Called on the transport's thread; must not block.
///
/// - Calls for one connection come one at a time.
/// - A receiver that throws loses its connection and no other.
public interface Receiver {

  /// Stands for the receiver of a connection until its handler has given one, or where it failed
  /// to.
  static Receiver deaf() {
    return DeafReceiver.INSTANCE;
  }

  /// A whole payload arrived.
  ///
  /// - Payloads arrive whole, once and in the order in which they were offered.
  /// - A payload arrives byte for byte as it was offered, its line end included.
  /// - Many payloads in one burst and one payload in many pieces arrive alike.
  ///
  /// @param payload a read-only view from its position to its limit, valid during the call
  void received(ByteBuffer payload);

  /// A payload exceeded {@link TransportLimits#maxPayloadBytes} and is dropped to its line end.
  ///
  /// - A payload of exactly the limit arrives.
  /// - A payload over the limit is dropped, and reported once, in order.
  /// - What follows a payload over the limit arrives.
  void oversized();

  /// Half of a queue that had refused an offer is free again. Nothing is promised for a queue that
  /// never refused.
  ///
  /// - A queue that refused an offer reports once when half of it is gone.
  void drained();

  /// The peer has sent all it will ever send; its own input may still be open. The owner closes the
  /// connection when it has answered.
  ///
  /// - The end of input comes after all that was sent before it.
  /// - A payload without its end is discarded at the end of input.
  /// - After the end of input offers still reach the peer.
  void finished();

  /// The connection is gone. A wire that cannot tell a peer that vanished from one that has sent
  /// all reports the latter first, and the loss when something is offered.
  ///
  /// - The last call of a connection is its end, once, with the cause.
  /// - A peer that vanished is reported as lost.
  /// - A peer that says nothing may stay.
  /// - A first payload that is not finished in time ends its connection.
  /// - A peer that takes nothing while the queue is full ends its connection in time.
  void closed(CloseCause cause);
}
