package kabar.protocol;

/// A dialect in which a login binds its connection, and in which the server speaks unasked. Its
/// peers are there as long as their connections are; whoever says nothing for long is gone.
public interface LiveCodec extends Codec {

  /// Writes an event. Thread-safe, and the same bytes for every connection of the dialect.
  ///
  /// @return one whole payload, never changed afterwards
  byte[] encode(Event event);
}
