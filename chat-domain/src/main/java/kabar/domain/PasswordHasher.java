package kabar.domain;

import java.util.concurrent.CompletionStage;

/// Turns passwords into hashes that tell their own parameters. Thread-safe; no call blocks: the
/// work is done on threads of its own. A future fails with an {@link UnavailableException} when
/// more is asked of it than it can do in time.
public interface PasswordHasher {

  /// A new hash of a password, salted.
  CompletionStage<String> hash(String password);

  /// Whether a hash is one of this password.
  CompletionStage<Boolean> verify(String password, String hash);

  /// Takes as long as `verify` does for a new hash, and always answers false: for users that do not
  /// exist, so that time does not tell who does.
  CompletionStage<Boolean> reject(String password);
}
