package kabar.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Knows the first bytes of peers that took the port for something else.
///
/// Answering such a peer line by line would be worse than useless: a web page can make a browser
/// send lines of its choosing to any port, after an HTTP request line.
final class ForeignGreeting {
  /// `method SP request-target SP HTTP-version` (RFC 9112 §3), which is also how the preface of
  /// HTTP/2 begins (RFC 9113 §3.4). Methods are case-sensitive and all known ones are upper-case;
  /// our verbs are not, so that no request of ours can look like one.
  private static final Pattern HTTP_REQUEST_LINE =
      Pattern.compile("[A-Z][A-Z0-9_-]*+ [^ ]++ HTTP/[0-9]\\.[0-9]\r?\n?");

  private ForeignGreeting() {}

  /// Whether the first payload of a connection is a TLS record or an HTTP request line.
  static boolean matches(byte[] payload) {
    return isTlsHandshake(payload) || isHttpRequestLine(payload);
  }

  /// RFC 8446 §5.1: content type 22, then a version whose upper byte is 3.
  private static boolean isTlsHandshake(byte[] payload) {
    return payload.length >= 2 && payload[0] == 0x16 && payload[1] == 0x03;
  }

  private static boolean isHttpRequestLine(byte[] payload) {
    var line = new String(payload, StandardCharsets.ISO_8859_1);
    return HTTP_REQUEST_LINE.matcher(line).matches();
  }
}
