package kabar.domain;

import java.util.Optional;

/// The rule for passwords, which holds where one is set and not where one is tried.
///
/// It counts code points, as people count characters; so a password has 1,024 bytes of UTF-8 at
/// most. It asks for nothing but length, as NIST SP 800-63B §3.1.1 advises.
public final class PasswordRule {
  /// The rule, for people.
  public static final String RULE = "8 to 256 characters";

  private static final int LEAST = 8;
  private static final int MOST = 256;

  private PasswordRule() {}

  /// Whether somebody may have this password.
  public static boolean isValid(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= LEAST
        && length <= MOST
        && password.codePoints().noneMatch(PasswordRule::isHalfACharacter);
  }

  /// A sentence for whoever sets a password that is allowed and still a surprise later; empty for
  /// most.
  public static Optional<String> warning(String password) {
    return password.codePoints().anyMatch(PasswordRule::isWhiteSpace)
        ? Optional.of("a password with white space cannot be used in the text dialect (nc)")
        : Optional.empty();
  }

  private static boolean isHalfACharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static boolean isWhiteSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == '\u0085';
  }
}
