package kabar.client;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// Numbers that nobody can guess. Where they come from is set up with the first of them, since that
/// takes longer than reading all that is known from before. Thread-safe.
final class LateRandom implements RandomGenerator {

  private static final class Source {
    static final SecureRandom RANDOM = new SecureRandom();
  }

  @Override
  public int nextInt() {
    return Source.RANDOM.nextInt();
  }

  @Override
  public long nextLong() {
    return Source.RANDOM.nextLong();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    Source.RANDOM.nextBytes(bytes);
  }
}
