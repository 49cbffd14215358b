package kabar.api.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a session's token: all that a store ever sees of it.
///
/// @param hex 64 lower-case hexadecimal digits
public record TokenHash(String hex) {

  public TokenHash {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("expected 64 hexadecimal digits, found " + hex.length());
    }
  }

  /// The hash of a token.
  public static TokenHash of(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(token.getBytes(StandardCharsets.UTF_8));
      return new TokenHash(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
