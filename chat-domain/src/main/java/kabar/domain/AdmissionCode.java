package kabar.domain;

import java.util.Locale;
import java.util.random.RandomGenerator;
import kabar.api.store.TokenHash;

/// A secret for people to read out and to type: 100 random bits as `7K3QF-0XH2M-9WZ4B-C8RTN`, in
/// Crockford's base 32, which knows no I, L, O and U. Only its hash is kept.
final class AdmissionCode {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUPS = 4;
  private static final int GROUP_DIGITS = 5;

  private AdmissionCode() {}

  /// A new code.
  ///
  /// @param random one that nobody can foretell
  static String random(RandomGenerator random) {
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_DIGITS; i++) {
      if (i > 0 && i % GROUP_DIGITS == 0) {
        code.append('-');
      }
      code.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return code.toString();
  }

  /// The hash of a code as somebody typed it: in either case, with or without dashes and spaces,
  /// with O for 0 and I or L for 1.
  static TokenHash hash(String typed) {
    return TokenHash.of(
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1'));
  }
}
