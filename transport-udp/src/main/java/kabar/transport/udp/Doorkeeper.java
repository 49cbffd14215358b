package kabar.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.TransportLimits;

/// The accepting end of the handshake, and where bare requests are answered. Keeps nothing of an
/// address that has not been proven. Confined to the endpoint's thread, but for {@link #stop}.
final class Doorkeeper implements Endpoint.Role {
  /// Handshakes remembered at once, each for twice the life of its cookie.
  private static final int MOST_OPENINGS = 65_536;

  /// Bare requests whose answer is not ready yet.
  private static final int MOST_BARE = 4_096;

  private final ConnectionHandler handler;
  private final TransportLimits limits;
  private final Cookies cookies;
  private final LongSupplier clockMicros;
  private final UdpGroup group;
  private final Map<Opening, Opened> openings = new LinkedHashMap<>();
  private volatile boolean isStopping;

  /// A handshake that was completed, by what its initiator sent.
  private record Opening(InetSocketAddress address, long nonce) {}

  /// The connection that was made, and until when the handshake is remembered.
  private record Opened(long id, int untilSecond) {}

  Doorkeeper(ConnectionHandler handler, TransportLimits limits, Network network, UdpGroup group) {
    this.handler = handler;
    this.limits = limits;
    this.group = group;
    this.clockMicros = network::micros;
    var secret = new byte[32];
    network.random().nextBytes(secret);
    this.cookies = new Cookies(secret);
  }

  /// Makes no more connections and answers no more bare requests. Any thread.
  void stop() {
    isStopping = true;
  }

  @Override
  public boolean isAcceptor() {
    return true;
  }

  @Override
  public void received(Endpoint endpoint, Handshake message, InetSocketAddress from) {
    switch (message) {
      case Handshake.Hello hello -> endpoint.send(answer(hello, from), from);
      case Handshake.Open open -> open(endpoint, open, from);
      case Handshake.Offer _, Handshake.Accept _, Handshake.Refused _ -> {}
    }
  }

  @Override
  public void receivedBare(Endpoint endpoint, ByteBuffer datagram, InetSocketAddress from) {
    endpoint.counters().bare.increment();
    if (!isStopping && group.bare().count() < MOST_BARE) {
      new BareConnection(endpoint, from, group.bare(), limits.maxPayloadBytes())
          .serve(handler, datagram);
    }
  }

  @Override
  public boolean awaits(InetSocketAddress from) {
    return false;
  }

  /// How many handshakes are remembered.
  int countOpenings() {
    return openings.size();
  }

  private Handshake answer(Handshake.Hello hello, InetSocketAddress from) {
    if (isStopping) {
      return Handshake.Refused.because(Handshake.Refused.STOPPING, hello.nonce());
    }
    if (hello.lowest() > Handshake.VERSION || hello.highest() < Handshake.VERSION) {
      return new Handshake.Refused(
          hello.nonce(), Handshake.Refused.NO_COMMON_VERSION, Handshake.VERSION, Handshake.VERSION);
    }
    var cookie = cookies.bake(from, Handshake.VERSION, hello.nonce(), nowSeconds());
    return new Handshake.Offer(Handshake.VERSION, hello.nonce(), cookie);
  }

  private void open(Endpoint endpoint, Handshake.Open open, InetSocketAddress from) {
    int now = nowSeconds();
    forgetUpTo(now);
    var known = openings.get(new Opening(from, open.nonce()));
    if (known != null) {
      acceptAgain(endpoint, known, open, from);
    } else if (!isGood(open, from, now)) {
      endpoint.counters().refusedCookies.increment();
      refuse(endpoint, Handshake.Refused.STALE_COOKIE, open, from);
    } else if (isStopping) {
      refuse(endpoint, Handshake.Refused.STOPPING, open, from);
    } else if (openings.size() >= MOST_OPENINGS) {
      refuse(endpoint, Handshake.Refused.TOO_MANY, open, from);
    } else {
      accept(endpoint, open, from);
    }
  }

  private boolean isGood(Handshake.Open open, InetSocketAddress from, int now) {
    return open.version() == Handshake.VERSION
        && cookies.isGood(open.cookie(), from, open.version(), open.nonce(), now);
  }

  /// A handshake that is recorded and sent again opens nothing. An initiator whose connection has
  /// ended before it heard of it must not wait, and then open another.
  private static void acceptAgain(
      Endpoint endpoint, Opened known, Handshake.Open open, InetSocketAddress from) {
    if (endpoint.connection(known.id) != null) {
      endpoint.send(new Handshake.Accept(Handshake.VERSION, open.nonce(), known.id), from);
    } else {
      refuse(endpoint, Handshake.Refused.ENDED, open, from);
    }
  }

  private void accept(Endpoint endpoint, Handshake.Open open, InetSocketAddress from) {
    long id = endpoint.randomId();
    // Longer than the cookie is good for: whoever repeats OPEN until then is to hear of ACCEPT.
    int until = open.cookie().issuedAt() + 2 * Cookies.LIFE_SECONDS;
    openings.put(new Opening(from, open.nonce()), new Opened(id, until));
    endpoint.counters().accepted.increment();
    endpoint.send(new Handshake.Accept(Handshake.VERSION, open.nonce(), id), from);
    new UdpConnection(endpoint, id, from, group.connections(), limits).open(handler);
  }

  private static void refuse(
      Endpoint endpoint, int reason, Handshake.Open open, InetSocketAddress from) {
    endpoint.send(Handshake.Refused.because(reason, open.nonce()), from);
  }

  /// Forgets handshakes whose cookie is not good any more. They stand nearly in the order of their
  /// times; one that is kept a little longer does no harm.
  private void forgetUpTo(int second) {
    var each = openings.values().iterator();
    while (each.hasNext() && each.next().untilSecond < second) {
      each.remove();
    }
  }

  private int nowSeconds() {
    return (int) (clockMicros.getAsLong() / 1_000_000);
  }
}
