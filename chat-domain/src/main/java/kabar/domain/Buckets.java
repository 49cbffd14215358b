package kabar.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// Sorts names into a fixed number of buckets, so that counting by name takes memory that nobody
/// can make grow, and nothing counted is ever pushed out by names that others make up.
///
/// Two names may share a bucket, by a chance of one in 65,536. Which names those are is different
/// after every start and cannot be found out from outside. Thread-safe.
final class Buckets {
  static final int COUNT = 1 << 16;

  private final byte[] secret = new byte[16];

  Buckets() {
    new SecureRandom().nextBytes(secret);
  }

  /// The bucket of a name, 0 or more and less than the count.
  int of(String name) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret);
      var hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getInt() & (COUNT - 1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
