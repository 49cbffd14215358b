package kabar.transport.tcp;

import static kabar.api.transport.Listener.ACCEPTED;
import static kabar.api.transport.Listener.OPEN;
import static kabar.api.transport.Listener.PARTIAL;
import static kabar.api.transport.Listener.WRITES;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// What one listener has counted. Thread-safe.
final class TcpCounters {
  final LongAdder accepted = new LongAdder();
  final LongAdder acceptPauses = new LongAdder();
  final LongAdder partial = new LongAdder();
  final LongAdder oversized = new LongAdder();
  final LongAdder writes = new LongAdder();
  final LongAdder bytesIn = new LongAdder();
  final LongAdder bytesOut = new LongAdder();

  Map<String, LongSupplier> byName(LongSupplier open) {
    return Map.of(
        OPEN,
        open,
        ACCEPTED,
        accepted::sum,
        PARTIAL,
        partial::sum,
        WRITES,
        writes::sum,
        "accept.pauses",
        acceptPauses::sum,
        "payloads.oversized",
        oversized::sum,
        "bytes.in",
        bytesIn::sum,
        "bytes.out",
        bytesOut::sum);
  }
}
