package kabar.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Bakes cookies and knows its own again, keeping nothing of them (the model is RFC 9000 §8.1).
/// Confined to one thread.
final class Cookies {
  /// How long a cookie is good for.
  static final int LIFE_SECONDS = 10;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MOST_BYTES = Integer.BYTES + 1 + Long.BYTES + 16 + Integer.BYTES;

  private final Mac mac;
  private final ByteBuffer input = ByteBuffer.allocate(MOST_BYTES);

  /// @param secret at least 32 random bytes
  Cookies(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /// A cookie for this address, good from now on.
  Cookie bake(InetSocketAddress address, int version, long nonce, int nowSeconds) {
    input.clear().putInt(nowSeconds).put((byte) version).putLong(nonce);
    input.put(address.getAddress().getAddress()).putInt(address.getPort()).flip();
    mac.update(input);
    var code = ByteBuffer.wrap(mac.doFinal());
    return new Cookie(nowSeconds, code.getLong(), code.getLong());
  }

  /// Whether this is a cookie of ours for this address that is still good. Compares in constant
  /// time as far as the Java language allows.
  boolean isGood(
      Cookie cookie, InetSocketAddress address, int version, long nonce, int nowSeconds) {
    int age = nowSeconds - cookie.issuedAt();
    var own = bake(address, version, nonce, cookie.issuedAt());
    long difference = (own.codeHigh() ^ cookie.codeHigh()) | (own.codeLow() ^ cookie.codeLow());
    return difference == 0 && age >= 0 && age <= LIFE_SECONDS;
  }
}
