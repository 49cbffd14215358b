package kabar.server;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import kabar.domain.PasswordHasher;
import kabar.domain.UnavailableException;

/// PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), 600,000 rounds as OWASP asks for, written as
/// `pbkdf2-sha256$ROUNDS$SALT$HASH` with salt and hash in Base64.
///
/// It works on threads of its own, one less than there are cores, and refuses when more than 64
/// passwords wait: a storm of logins must not slow down those who are inside.
final class Pbkdf2Hasher implements PasswordHasher, AutoCloseable {
  private static final String SCHEME = "pbkdf2-sha256";
  private static final int ROUNDS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int MOST_WAITING = 64;

  /// A hash of nothing that anybody knows.
  private static final String DECOY =
      "pbkdf2-sha256$600000$Px18QOae+a5UTIlAoZS8Rw$A"
          + "dNTl0H+WCpx7uEagK2jbN0AEyy9bHFkz9Ra9wet60M";

  private final SecureRandom random = new SecureRandom();
  private final ThreadPoolExecutor threads;

  Pbkdf2Hasher() {
    int size = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("kabar-hasher-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    loadProviders();
  }

  @Override
  public CompletionStage<String> hash(String password) {
    return submit(
        () -> {
          var salt = new byte[SALT_BYTES];
          random.nextBytes(salt);
          var encoder = Base64.getEncoder().withoutPadding();
          return String.join(
              "$",
              SCHEME,
              String.valueOf(ROUNDS),
              encoder.encodeToString(salt),
              encoder.encodeToString(derive(password, salt, ROUNDS)));
        });
  }

  @Override
  public CompletionStage<Boolean> verify(String password, String hash) {
    return submit(() -> matches(password, hash));
  }

  @Override
  public CompletionStage<Boolean> reject(String password) {
    return submit(() -> matches(password, DECOY)).thenApply(_ -> false);
  }

  /// How many passwords wait until a thread is free for them.
  int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /// What Java's cryptography opens at its first use, it opens now: at a time without free file
  /// descriptors the attempt would fail, and its classes with it, for good.
  private void loadProviders() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    derive("", salt, 1);
  }

  private static boolean matches(String password, String hash) {
    var parts = hash.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalArgumentException("expected a hash of the kind " + SCHEME);
    }
    var salt = Base64.getDecoder().decode(parts[2]);
    var expected = Base64.getDecoder().decode(parts[3]);
    var actual = derive(password, salt, Integer.parseInt(parts[1]));
    return !hasNul(password) && MessageDigest.isEqual(expected, actual);
  }

  /// HMAC fills a short key up with NULs (RFC 2104 §2), so that a password would equal itself with
  /// NULs behind it.
  private static boolean hasNul(String password) {
    return password.indexOf('\0') >= 0;
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }

  private <T> CompletionStage<T> submit(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedStage(
          new UnavailableException(
              "%d passwords are waiting to be checked".formatted(MOST_WAITING)));
    }
  }
}
