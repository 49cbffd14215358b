package kabar.server;

import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kabar.domain.PasswordHasher;
import kabar.domain.UnavailableException;

/// Argon2id (RFC 9106), computed by Bouncy Castle.
///
/// It works on threads of its own, one less than there are cores, and refuses when too many
/// passwords wait or one has waited too long: a storm of logins must not slow down those who are
/// inside.
final class Argon2Hasher implements PasswordHasher, AutoCloseable {
  private static final int SALT_BYTES = 16;

  private final HashingSettings settings;
  private final LongSupplier nanoClock;
  private final SecureRandom random = new SecureRandom();
  private final LongAdder refused = new LongAdder();
  private final ThreadPoolExecutor threads;

  Argon2Hasher(HashingSettings settings) {
    this(settings, System::nanoTime);
  }

  Argon2Hasher(HashingSettings settings, LongSupplier nanoClock) {
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.threads =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(settings.maxWaiting()),
            Thread.ofPlatform().daemon().name("kabar-hasher-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    loadCryptography();
  }

  @Override
  public CompletionStage<String> hash(String password) {
    return submit(() -> Argon2Hash.of(password, settings.cost(), salt()).toString());
  }

  @Override
  public CompletionStage<Verdict> verify(String password, String hash) {
    return submit(() -> verdict(password, Argon2Hash.parse(hash)));
  }

  @Override
  public CompletionStage<Verdict> reject(String password) {
    return hash(password).thenApply(_ -> Verdict.WRONG);
  }

  @Override
  public boolean knows(String hash) {
    try {
      Argon2Hash.parse(hash);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// How many passwords wait until a thread is free for them.
  int waiting() {
    return threads.getQueue().size();
  }

  /// How many passwords were refused since the start.
  long refused() {
    return refused.sum();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /// What Java's cryptography opens at its first use, it opens now: at a time without free file
  /// descriptors the attempt would fail, and its classes with it, for good.
  private void loadCryptography() {
    Argon2Hash.of("", new Argon2Cost(8, 1, 1), salt());
  }

  private byte[] salt() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private Verdict verdict(String password, Argon2Hash hash) {
    if (!hash.matches(password)) {
      return Verdict.WRONG;
    }
    return hash.cost().equals(settings.cost()) ? Verdict.RIGHT : Verdict.OUTDATED;
  }

  private <T> CompletionStage<T> submit(Supplier<T> work) {
    long asked = nanoClock.getAsLong();
    try {
      return CompletableFuture.supplyAsync(() -> inTime(asked, work), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedStage(
          refusal("%d passwords are waiting to be checked".formatted(settings.maxWaiting())));
    }
  }

  /// Looks at the time when the turn has come: by then nobody may be waiting for the answer, and
  /// those behind should not wait for it either.
  private <T> T inTime(long asked, Supplier<T> work) {
    if (nanoClock.getAsLong() - asked > settings.patience().toNanos()) {
      throw refusal("a password has waited longer than " + settings.patience());
    }
    return work.get();
  }

  private UnavailableException refusal(String message) {
    refused.increment();
    return new UnavailableException(message);
  }
}
