package kabar.domain;

import java.util.concurrent.CompletionStage;

/// Turns passwords into hashes that tell their own parameters. Thread-safe; no call blocks: the
/// work is done on threads of its own. A future fails with an {@link UnavailableException} when
/// more is asked of it than it can do in time.
public interface PasswordHasher {

  /// A new hash of a password, salted, with the parameters of today.
  CompletionStage<String> hash(String password);

  /// Whether a hash is one of this password.
  CompletionStage<Verdict> verify(String password, String hash);

  /// Takes as long as `verify` does for a new hash, and is always wrong: for users that do not
  /// exist, so that time does not tell who does.
  CompletionStage<Verdict> reject(String password);

  /// Whether a hash is of a kind that can be verified here.
  boolean knows(String hash);

  /// What a hash says about a password.
  enum Verdict {
    /// It is a hash of another password.
    WRONG,
    /// It is a hash of this password, with the parameters of today.
    RIGHT,
    /// It is a hash of this password, with other parameters: a new one should take its place.
    OUTDATED
  }
}
