package kabar.api.store;

/// Something that was committed and that clients are told of.
public sealed interface Change {

  /// Where it stands in the commit order: a cursor at this position has seen it.
  long position();

  /// A message was stored.
  record Sent(Message message) implements Change {
    @Override
    public long position() {
      return message.id();
    }
  }

  /// A marker was moved.
  record Read(Marker marker) implements Change {
    @Override
    public long position() {
      return marker.position();
    }
  }
}
