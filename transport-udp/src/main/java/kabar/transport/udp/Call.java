package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import kabar.api.transport.Timed;
import org.jspecify.annotations.Nullable;

/// One handshake from its beginning end. Every address of the host is asked at once; the first that
/// answers is the one. Confined to the endpoint's thread.
final class Call implements Timed {
  private static final long FIRST_REPEAT_MILLIS = 500;
  private static final long NEXT_REPEAT_MILLIS = 1_000;

  private final Endpoint endpoint;
  private final Dialer dialer;
  private final Target target;
  private final Caller caller;
  private long nonce;
  private long givesUpAt;
  private long interval = FIRST_REPEAT_MILLIS;
  private Handshake.@Nullable Open open;
  private @Nullable InetSocketAddress chosen;

  /// Whom to call.
  ///
  /// @param uri as it was asked for
  /// @param addresses what its host stands for, one or more
  /// @param patienceMillis how long to wait for an answer
  record Target(URI uri, List<InetSocketAddress> addresses, long patienceMillis) {}

  /// Hears how the call ends, once, on the endpoint's thread.
  interface Caller {

    /// The other end has made a connection.
    ///
    /// @param id of the connection
    /// @param address of the other end
    void accepted(long id, InetSocketAddress address);

    /// There will be no connection; the message names the URL.
    void failed(IOException cause);
  }

  Call(Endpoint endpoint, Dialer dialer, Target target, Caller caller) {
    this.endpoint = endpoint;
    this.dialer = dialer;
    this.target = target;
    this.caller = caller;
  }

  /// Begins to ask.
  void begin() {
    givesUpAt = endpoint.nowMillis() + target.patienceMillis;
    ask();
  }

  /// Ends the call because the transport is closed.
  void hangUp() {
    fail("the udp transport is closed");
  }

  long nonce() {
    return nonce;
  }

  boolean isFor(InetSocketAddress from) {
    return target.addresses.contains(from);
  }

  void received(Handshake message, InetSocketAddress from) {
    if (!isFor(from) || (chosen != null && !chosen.equals(from))) {
      return;
    }
    switch (message) {
      case Handshake.Offer offer -> show(offer, from);
      case Handshake.Accept accept when open != null -> succeed(accept.id(), from);
      case Handshake.Refused refused -> refused(refused);
      case Handshake.Accept _, Handshake.Hello _, Handshake.Open _ -> {}
    }
  }

  @Override
  public long expire(long now) {
    if (now >= givesUpAt) {
      fail("no answer within %d ms".formatted(target.patienceMillis));
      return NEVER;
    }
    interval = NEXT_REPEAT_MILLIS;
    say();
    return due(now);
  }

  private long due(long now) {
    return Math.min(now + interval, givesUpAt);
  }

  private void ask() {
    nonce = endpoint.randomId();
    dialer.add(this);
    open = null;
    chosen = null;
    interval = FIRST_REPEAT_MILLIS;
    say();
    long now = endpoint.nowMillis();
    endpoint.timetable().add(this, due(now));
  }

  private void show(Handshake.Offer offer, InetSocketAddress from) {
    if (open == null && offer.version() == Handshake.VERSION) {
      chosen = from;
      open = new Handshake.Open(offer.version(), offer.nonce(), offer.cookie());
      say();
    }
  }

  private void say() {
    if (open != null && chosen != null) {
      endpoint.send(open, chosen);
      return;
    }
    var hello = new Handshake.Hello(Handshake.VERSION, Handshake.VERSION, nonce);
    for (var address : target.addresses) {
      endpoint.send(hello, address);
    }
  }

  private void succeed(long id, InetSocketAddress from) {
    end();
    caller.accepted(id, from);
  }

  private void refused(Handshake.Refused refused) {
    switch (refused.reason()) {
      case Handshake.Refused.STALE_COOKIE -> {
        dialer.remove(this);
        ask();
      }
      case Handshake.Refused.STOPPING -> fail("it is stopping");
      case Handshake.Refused.ENDED -> fail("it reset the connection at once");
      case Handshake.Refused.TOO_MANY -> fail("it has no room for more connections; try later");
      case Handshake.Refused.NO_COMMON_VERSION ->
          fail(
              "it speaks the versions %d to %d of kabar over udp (this program speaks %d)"
                  .formatted(refused.lowest(), refused.highest(), Handshake.VERSION));
      default -> fail("refused for the reason " + refused.reason());
    }
  }

  private void fail(String why) {
    end();
    caller.failed(new IOException("cannot connect to %s: %s".formatted(target.uri, why)));
  }

  private void end() {
    dialer.remove(this);
    endpoint.timetable().remove(this);
  }
}
