package kabar.testkit.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One direction of a network for datagrams: says what becomes of each, and does nothing itself.
///
/// It has no clock, so that it works in virtual time. The same seed and the same calls give the
/// same
/// answers. Thread-safe; between calls of several threads there is no order to rely on.
public final class FaultyPath {
  private static final int MOST_FLIPS = 8;

  private final Random random;
  private final Map<Fault, Long> met = new EnumMap<>(Fault.class); // guarded by this
  private Faults faults; // guarded by this
  private long sent; // guarded by this

  /// @param seed to be printed by whoever chose it at random
  public FaultyPath(Faults faults, long seed) {
    this.faults = faults;
    this.random = new Random(seed);
  }

  /// From now on the condition is another one. What is under way arrives as was said.
  public synchronized void become(Faults others) {
    faults = others;
  }

  /// Sends one datagram.
  ///
  /// @param datagram not changed, and not kept
  /// @param nanos when, by a clock of the caller's: black-outs are counted from its 0
  /// @return its arrivals, none if it is lost
  public synchronized List<Delivery> send(byte[] datagram, long nanos) {
    sent++;
    if (faults.blackOuts().cover(nanos)) {
      met.merge(Fault.BLACK_OUT, 1L, Long::sum);
      return List.of();
    }
    if (happens(Fault.LOSS)) {
      return List.of();
    }
    var arrivals = new ArrayList<Delivery>();
    arrivals.add(arrival(datagram));
    if (happens(Fault.DUPLICATION)) {
      arrivals.add(arrival(datagram));
    }
    return arrivals;
  }

  /// Datagrams that were sent.
  public synchronized long sent() {
    return sent;
  }

  /// How often a fault has happened.
  public synchronized long count(Fault fault) {
    return met.getOrDefault(fault, 0L);
  }

  private Delivery arrival(byte[] datagram) {
    var delay = delay();
    var bytes = datagram.clone();
    if (bytes.length > 0 && happens(Fault.CORRUPTION)) {
      flip(bytes);
    }
    if (bytes.length > 0 && happens(Fault.TRUNCATION)) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    return new Delivery(delay, bytes);
  }

  private long delay() {
    var delays = faults.delays();
    var usual = delays.base().toNanos() + part(delays.jitter());
    return happens(Fault.REORDERING) ? usual + delays.heldBack().toNanos() : usual;
  }

  private long part(Duration jitter) {
    return random.nextLong(jitter.toNanos() + 1);
  }

  /// Flips bits that differ from each other, as two flips of one would heal it.
  private void flip(byte[] bytes) {
    var bits = new BitSet();
    for (var flips = 1 + random.nextInt(MOST_FLIPS); flips > 0; flips--) {
      bits.set(random.nextInt(bytes.length * Byte.SIZE));
    }
    bits.stream().forEach(bit -> bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE));
  }

  private boolean happens(Fault fault) {
    var happens = random.nextDouble() < faults.share(fault);
    if (happens) {
      met.merge(fault, 1L, Long::sum);
    }
    return happens;
  }
}
