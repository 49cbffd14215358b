package kabar.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A hash of a password with all that is needed to compute it again. Written in the PHC string
/// format: `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`, salt and hash in Base64 without padding.
///
/// A password is hashed as the UTF-8 of its normal form C, as RFC 8265 §4.2 has it: what looks the
/// same on two keyboards is the same.
final class Argon2Hash {
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  private Argon2Hash(Argon2Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  /// Hashes a password, which takes as long as the cost says.
  ///
  /// @param salt 16 random bytes
  static Argon2Hash of(String password, Argon2Cost cost, byte[] salt) {
    return new Argon2Hash(cost, salt, derive(password, cost, salt, HASH_BYTES));
  }

  /// Reads what {@link #toString} wrote.
  ///
  /// @throws IllegalArgumentException for anything else, without telling what it was
  static Argon2Hash parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw malformed();
    }
    try {
      var decoder = Base64.getDecoder();
      return new Argon2Hash(
          new Argon2Cost(number(matcher, 1), number(matcher, 2), number(matcher, 3)),
          decoder.decode(matcher.group(4)),
          decoder.decode(matcher.group(5)));
    } catch (IllegalArgumentException _) {
      throw malformed();
    }
  }

  Argon2Cost cost() {
    return cost;
  }

  /// Whether it is a hash of this password; takes as long as its cost says, and the comparison
  /// itself always takes the same time.
  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, cost, salt, hash.length));
  }

  @Override
  public String toString() {
    var encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.iterations(),
            cost.lanes(),
            encoder.encodeToString(salt),
            encoder.encodeToString(hash));
  }

  private static byte[] derive(String password, Argon2Cost cost, byte[] salt, int bytes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    var normal = Normalizer.normalize(password, Normalizer.Form.NFC);
    var derived = new byte[bytes];
    generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), derived);
    return derived;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "a stored password hash is unusable (expected $argon2id$v=19$m=…,t=…,p=…$SALT$HASH)");
  }
}
