package kabar.transport.udp;

import static kabar.api.transport.Listener.ACCEPTED;
import static kabar.api.transport.Listener.OPEN;
import static kabar.api.transport.Listener.PARTIAL;
import static kabar.api.transport.Listener.WRITES;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// What one listener has counted. Thread-safe.
final class UdpCounters {
  final LongAdder accepted = new LongAdder();
  final LongAdder partial = new LongAdder();
  final LongAdder oversized = new LongAdder();
  final LongAdder writes = new LongAdder();
  final LongAdder datagramsIn = new LongAdder();
  final LongAdder datagramsOut = new LongAdder();
  final LongAdder bytesIn = new LongAdder();
  final LongAdder bytesOut = new LongAdder();
  final LongAdder unreadable = new LongAdder();
  final LongAdder unsent = new LongAdder();
  final LongAdder bare = new LongAdder();
  final LongAdder retransmissions = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder outOfOrder = new LongAdder();
  final LongAdder refusedCookies = new LongAdder();
  final LongAdder resets = new LongAdder();
  final AtomicLong roundTripMicros = new AtomicLong();

  /// Counts what became of a packet.
  void count(Inflow.Verdict verdict) {
    switch (verdict) {
      case OUT_OF_ORDER -> outOfOrder.increment();
      case DUPLICATE -> duplicates.increment();
      case IN_ORDER, REFUSED -> {}
    }
  }

  Map<String, LongSupplier> byName(LongSupplier open) {
    return Map.ofEntries(
        Map.entry(OPEN, open),
        Map.entry(ACCEPTED, accepted::sum),
        Map.entry(PARTIAL, partial::sum),
        Map.entry(WRITES, writes::sum),
        Map.entry("payloads.oversized", oversized::sum),
        Map.entry("datagrams.in", datagramsIn::sum),
        Map.entry("datagrams.out", datagramsOut::sum),
        Map.entry("bytes.in", bytesIn::sum),
        Map.entry("bytes.out", bytesOut::sum),
        Map.entry("datagrams.unreadable", unreadable::sum),
        Map.entry("datagrams.unsent", unsent::sum),
        Map.entry("requests.bare", bare::sum),
        Map.entry("packets.retransmitted", retransmissions::sum),
        Map.entry("packets.duplicate", duplicates::sum),
        Map.entry("packets.out-of-order", outOfOrder::sum),
        Map.entry("cookies.refused", refusedCookies::sum),
        Map.entry("resets.sent", resets::sum),
        Map.entry("round-trip.micros", roundTripMicros::get));
  }
}
