package kabar.testkit.network;

/// What may become of a datagram on its way.
public enum Fault {
  /// It does not arrive.
  LOSS,
  /// It arrives twice, each time by a way of its own.
  DUPLICATION,
  /// It is held back, so that later ones overtake it.
  REORDERING,
  /// One to eight of its bits are flipped, which the checksum of a real network mostly finds.
  CORRUPTION,
  /// It loses its end, at least one byte and perhaps all of them.
  TRUNCATION,
  /// It does not arrive, as nothing does for a while. Comes by the time, not by a share.
  BLACK_OUT
}
