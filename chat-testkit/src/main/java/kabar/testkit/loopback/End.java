package kabar.testkit.loopback;

import java.nio.ByteBuffer;

/// One end of a wire in memory. Called on the loop.
interface End {

  /// Learns of the other end and of the flow from there.
  void join(End other, Flow inflow);

  /// Takes as much as it wants now. What it leaves is given again once it has woken the flow.
  void take(ByteBuffer bytes);

  /// The other end sends nothing more. Answers whether this was taken note of; an end that pauses
  /// answers no, and wakes the flow later.
  boolean inputEnded();

  /// The other end is gone without a farewell.
  void lost();

  /// A pass of the outflow is over.
  ///
  /// @param moved whether bytes have left
  /// @param hasRoom whether half of a queue that had refused is free again
  void passed(boolean moved, boolean hasRoom);

  /// All was sent, and the other end knows that nothing more comes.
  void allSent();
}
