package kabar.transport.tcp;

/// Something that wants to be called at a time. Confined to its loop's thread.
interface Timed {
  /// Instead of a time: never.
  long NEVER = Long.MAX_VALUE;

  /// Does what is due at `now` and tells when to call again, in the loop's milliseconds, or
  /// {@link #NEVER}.
  long expire(long now);
}
