package kabar.domain;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.protocol.LogoutForm;

/// Where to listen and how to speak there: `tcp://localhost:8889?dialect=chatbox`.
///
/// @param address what the transport is asked for, without the query
/// @param logoutForm what logging out answers there
public record ListenUrl(URI address, LogoutForm logoutForm) {
  private static final Pattern PORT = Pattern.compile("([^:/?#]+)://[^/?#]*:(\\d+)(?:[/?#].*)?");
  private static final BigInteger LAST_PORT = BigInteger.valueOf(65_535);
  private static final Form<LogoutForm> DIALECT =
      Form.text(
          "chat or chatbox",
          text -> LogoutForm.parse(text).orElseThrow(IllegalArgumentException::new),
          form -> form.name().toLowerCase(Locale.ROOT));

  /// Reads a URL; its query may name the dialect.
  ///
  /// @param logoutForm of URLs that do not name one
  /// @throws SettingsException if it is no such URL, or its query asks for something else
  public static ListenUrl parse(String text, LogoutForm logoutForm) {
    requirePort(text);
    try {
      var uri = new URI(text);
      if (uri.getScheme() == null || !(isServer(uri) || isPlace(uri, text))) {
        throw unusable(text);
      }
      return new ListenUrl(withoutQuery(uri), logoutForm(text, uri, logoutForm));
    } catch (URISyntaxException e) {
      throw unusable(text);
    }
  }

  /// The option that names a dialect, in a URL and for all that name none.
  public static Option<LogoutForm> dialect(LogoutForm fallback) {
    return Option.of(
        "dialect", DIALECT, fallback, "How a logout is answered where a URL does not say");
  }

  /// The name of the transport that serves this URL.
  public String transport() {
    return address.getScheme();
  }

  /// In the text, because `URI` does not see a port in a number of too many digits.
  private static void requirePort(String text) {
    var found = PORT.matcher(text);
    if (found.matches() && new BigInteger(found.group(2)).compareTo(LAST_PORT) > 0) {
      throw new SettingsException(
          "listen: cannot use '%s' (expected %s://HOST:PORT with a port of 0..65535)"
              .formatted(text, found.group(1)));
    }
  }

  /// As `tcp://localhost:8889`.
  private static boolean isServer(URI uri) {
    return uri.getRawAuthority() != null;
  }

  /// As `unix:///run/kabar.sock`: a path alone. (`URI` tells no authority from an empty one.)
  private static boolean isPlace(URI uri, String text) {
    return text.startsWith(uri.getScheme() + ":///");
  }

  private static URI withoutQuery(URI uri) throws URISyntaxException {
    var authority = isServer(uri) ? uri.getRawAuthority() : "";
    return new URI(uri.getScheme(), authority, uri.getPath(), null, uri.getFragment());
  }

  private static LogoutForm logoutForm(String text, URI uri, LogoutForm fallback) {
    try {
      var query = Settings.of("", query(uri));
      var form = query.get(dialect(fallback));
      query.rejectUnknown();
      return form;
    } catch (SettingsException e) {
      throw new SettingsException("listen: cannot use '%s': %s".formatted(text, e.getMessage()));
    }
  }

  private static Map<String, String> query(URI uri) {
    var values = new LinkedHashMap<String, String>();
    if (uri.getRawQuery() != null) {
      for (var pair : uri.getRawQuery().split("&", -1)) {
        int equals = pair.indexOf('=');
        var key = equals < 0 ? pair : pair.substring(0, equals);
        if (values.put(key, equals < 0 ? "" : pair.substring(equals + 1)) != null) {
          throw new SettingsException(key + ": is given twice (expected once at most)");
        }
      }
    }
    return values;
  }

  private static SettingsException unusable(String text) {
    return new SettingsException(
        "listen: cannot use '%s' (expected a URL such as tcp://localhost:8889?dialect=chat)"
            .formatted(text));
  }
}
