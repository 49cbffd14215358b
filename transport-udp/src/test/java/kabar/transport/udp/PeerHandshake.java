package kabar.transport.udp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import kabar.testkit.transport.RawPeer;
import org.jspecify.annotations.Nullable;

/// The handshake of a raw peer, the initiator's side.
final class PeerHandshake {
  private static final byte VERSION = 1;
  private static final int HELLO = 0x81;
  private static final int COOKIE = 0x82;
  private static final int OPEN = 0x83;
  private static final int ACCEPT = 0x84;
  private static final int REFUSED = 0x85;
  private static final int HELLO_PADDING_BYTES = 37;
  private static final int COOKIE_BYTES = 20;
  private static final int STALE_COOKIE = 3;
  private static final int ENDED = 5;
  private static final Duration FIRST_REPEAT = Duration.ofMillis(500);
  private static final Duration NEXT_REPEAT = Duration.ofSeconds(1);

  private final PeerSocket socket;
  private long nonce = ThreadLocalRandom.current().nextLong();
  private byte @Nullable [] cookie;

  PeerHandshake(PeerSocket socket) {
    this.socket = socket;
  }

  /// Opens a connection and answers its id.
  ///
  /// @throws SocketTimeoutException if that takes longer than {@link RawPeer#DEADLINE}
  /// @throws ConnectException if the acceptor refuses
  /// @throws SocketException if it has ended the connection again
  long open() throws IOException {
    long end = System.nanoTime() + RawPeer.DEADLINE.toNanos();
    long repeatAt = ask(FIRST_REPEAT);
    while (System.nanoTime() - end < 0) {
      var left = Duration.ofNanos(repeatAt - socket.now());
      if (!left.isPositive()) {
        repeatAt = ask(NEXT_REPEAT);
        continue;
      }
      var answer = socket.receive(left).orElse(null);
      if (answer != null && isFor(ACCEPT, 18, answer)) {
        return answer.getLong();
      }
      if (answer != null && takesUs(answer)) {
        repeatAt = ask(FIRST_REPEAT);
      }
    }
    throw new SocketTimeoutException("udp: no connection within " + RawPeer.DEADLINE);
  }

  /// Sends HELLO, or OPEN once there is a cookie. Answers when to send it again.
  private long ask(Duration repeatAfter) throws IOException {
    var message = PeerSocket.message();
    if (cookie == null) {
      message.put((byte) HELLO).put(VERSION).put(VERSION).putLong(nonce);
      message.put(new byte[HELLO_PADDING_BYTES]);
    } else {
      message.put((byte) OPEN).put(VERSION).putLong(nonce).put(cookie);
    }
    socket.send(message);
    return socket.now() + repeatAfter.toNanos();
  }

  /// Whether an answer says what to ask next.
  private boolean takesUs(ByteBuffer answer) throws SocketException {
    if (cookie == null && isFor(COOKIE, 30, answer)) {
      cookie = new byte[COOKIE_BYTES];
      answer.get(cookie);
      return true;
    }
    if (!isRefusal(answer)) {
      return false;
    }
    int reason = answer.get();
    if (reason == ENDED) {
      throw new SocketException("udp: reset");
    }
    if (reason != STALE_COOKIE) {
      throw new ConnectException("udp: refused for reason " + reason);
    }
    nonce = ThreadLocalRandom.current().nextLong();
    cookie = null;
    return true;
  }

  /// Whether an answer is of this kind and about our nonce, and if so, reads as far as that.
  private boolean isFor(int kind, int length, ByteBuffer answer) {
    if (answer.limit() != length
        || (answer.get(0) & 0xFF) != kind
        || answer.get(1) != VERSION
        || answer.getLong(2) != nonce) {
      return false;
    }
    answer.position(10);
    return true;
  }

  private boolean isRefusal(ByteBuffer answer) {
    if (answer.limit() != 12 || (answer.get(0) & 0xFF) != REFUSED || answer.getLong(1) != nonce) {
      return false;
    }
    answer.position(9);
    return true;
  }
}
