package kabar.testkit.network;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// The condition of a network: what becomes of the datagrams that it is given.
///
/// Faults are independent of each other: a datagram may be doubled, and one copy held back and the
/// other cut.
///
/// @param shares of the datagrams (of the copies, where there are two) that a fault meets, 0..1; 0
///     for those not named
/// @param delays how long they are under way
/// @param blackOuts when nothing passes
public record Faults(Map<Fault, Double> shares, Delays delays, BlackOuts blackOuts) {
  private static final double OFTEN = 0.2;
  private static final double NOW_AND_THEN = 0.05;
  private static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO);
  private static final Delays NEAR =
      new Delays(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ofMillis(20));
  private static final BlackOuts NEVER = new BlackOuts(Duration.ZERO, Duration.ofSeconds(1));
  private static final BlackOuts TWO_OF_TEN_SECONDS =
      new BlackOuts(Duration.ofSeconds(2), Duration.ofSeconds(10));

  public Faults {
    shares = Map.copyOf(shares);
    shares.forEach(Faults::check);
  }

  /// How long datagrams are under way.
  ///
  /// @param base what each of them takes, 0 or more
  /// @param jitter what it may take more, each time another part of it, 0 or more: as it is drawn
  ///     for each datagram, it reorders those that follow each other faster
  /// @param heldBack what those take more that are to be overtaken, 0 or more
  public record Delays(Duration base, Duration jitter, Duration heldBack) {
    public Delays {
      checkNotNegative(base);
      checkNotNegative(jitter);
      checkNotNegative(heldBack);
    }
  }

  /// Times when nothing passes: the last `length` of each `every`, by the clock of whoever sends.
  ///
  /// @param length 0 for never, at most `every`
  /// @param every more than 0
  public record BlackOuts(Duration length, Duration every) {
    public BlackOuts {
      checkNotNegative(length);
      if (!every.isPositive() || length.compareTo(every) > 0) {
        throw new IllegalArgumentException(
            "black-outs of %s in each %s (expected 0 < every, length <= every)"
                .formatted(length, every));
      }
    }

    boolean cover(long nanos) {
      var period = every.toNanos();
      return Math.floorMod(nanos, period) >= period - length.toNanos();
    }
  }

  /// All arrives, at once and in order.
  public static Faults perfect() {
    return new Faults(Map.of(), NONE, NEVER);
  }

  /// Some do not arrive.
  ///
  /// @param share 0..1
  public static Faults loss(double share) {
    return perfect().with(Fault.LOSS, share);
  }

  /// One of five is overtaken by what is sent in the next 20 ms.
  public static Faults reordering() {
    return perfect().with(Fault.REORDERING, OFTEN).with(NEAR);
  }

  /// One of five arrives twice.
  public static Faults duplicating() {
    return perfect().with(Fault.DUPLICATION, OFTEN);
  }

  /// Nothing arrives for two of ten seconds.
  public static Faults blackouts() {
    return perfect().with(TWO_OF_TEN_SECONDS);
  }

  /// One of five arrives with other bits.
  public static Faults corrupting() {
    return perfect().with(Fault.CORRUPTION, OFTEN);
  }

  /// One of five arrives without its end.
  public static Faults truncating() {
    return perfect().with(Fault.TRUNCATION, OFTEN);
  }

  /// All of this together, each fault for one of twenty, and black-outs.
  public static Faults everything() {
    var shares = new EnumMap<Fault, Double>(Fault.class);
    for (var fault : Fault.values()) {
      if (fault != Fault.BLACK_OUT) {
        shares.put(fault, NOW_AND_THEN);
      }
    }
    return new Faults(shares, NEAR, TWO_OF_TEN_SECONDS);
  }

  /// The same, with another share for one fault.
  ///
  /// @param share 0..1
  public Faults with(Fault fault, double share) {
    var others = new EnumMap<Fault, Double>(Fault.class);
    others.putAll(shares);
    others.put(fault, share);
    return new Faults(others, delays, blackOuts);
  }

  /// The same with other delays.
  public Faults with(Delays others) {
    return new Faults(shares, others, blackOuts);
  }

  /// The same with other black-outs.
  public Faults with(BlackOuts others) {
    return new Faults(shares, delays, others);
  }

  double share(Fault fault) {
    return shares.getOrDefault(fault, 0.0);
  }

  private static void check(Fault fault, double share) {
    if (fault == Fault.BLACK_OUT) {
      throw new IllegalArgumentException("black-outs come by the time, not by a share");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("%s of %s (expected 0..1)".formatted(fault, share));
    }
  }

  private static void checkNotNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "a duration of %s (expected 0 or more)".formatted(duration));
    }
  }
}
