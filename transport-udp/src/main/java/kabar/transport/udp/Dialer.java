package kabar.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The beginning end of handshakes: knows the calls that are being made. Confined to the endpoint's
/// thread.
final class Dialer implements Endpoint.Role {
  private final Map<Long, Call> calls = new HashMap<>();

  @Override
  public boolean isAcceptor() {
    return false;
  }

  /// Remembers a call until it has ended.
  void add(Call call) {
    calls.put(call.nonce(), call);
  }

  /// What the calls that are being made are known by.
  Set<Long> nonces() {
    return Set.copyOf(calls.keySet());
  }

  void remove(Call call) {
    calls.remove(call.nonce());
  }

  /// Fails all calls that are being made.
  void hangUp() {
    for (var call : List.copyOf(calls.values())) {
      call.hangUp();
    }
  }

  @Override
  public void received(Endpoint endpoint, Handshake message, InetSocketAddress from) {
    var call = calls.get(message.nonce());
    if (call != null) {
      call.received(message, from);
    }
  }

  @Override
  public void receivedBare(Endpoint endpoint, ByteBuffer datagram, InetSocketAddress from) {
    endpoint.counters().unreadable.increment();
  }

  @Override
  public boolean awaits(InetSocketAddress from) {
    return calls.values().stream().anyMatch(call -> call.isFor(from));
  }
}
