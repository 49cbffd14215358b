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
    if (hex.length() != 64 || !hex.chars().allMatch(TokenHash::isDigit)) {
      // It may be a token by mistake: it must not be told.
      throw new IllegalArgumentException("expected 64 lower-case hexadecimal digits");
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

  private static boolean isDigit(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }
}
