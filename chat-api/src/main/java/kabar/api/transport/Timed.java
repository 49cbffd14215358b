package kabar.api.transport;

/// Something that a {@link Timetable} calls at a time. Confined to one thread; times are the
/// milliseconds of a clock of the transport's own, 0 or more.
public interface Timed {
  /// Instead of a time: never.
  long NEVER = Long.MAX_VALUE;

  /// Does what is due at `now` and tells when to call again, or {@link #NEVER}.
  long expire(long now);
}
