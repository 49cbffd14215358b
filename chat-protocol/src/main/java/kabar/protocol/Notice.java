package kabar.protocol;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// An event on its way to many connections, encoded once for each dialect. Thread-safe.
public final class Notice {
  private final Event event;
  private final Map<Class<?>, byte[]> payloads = new ConcurrentHashMap<>(2);

  public Notice(Event event) {
    this.event = event;
  }

  public Event event() {
    return event;
  }

  /// The event as a codec writes it.
  ///
  /// @return one whole payload, shared and never changed
  public byte[] payload(LiveCodec codec) {
    return payloads.computeIfAbsent(codec.getClass(), _ -> codec.encode(event));
  }
}
