package kabar.testkit.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the `T1`, `T2` … of one run stand for, and parts of them: `T1[0..35]` is all but the last
/// character.
final class Tokens {
  /// A random UUID, 36 lower-case characters.
  static final int LENGTH = 36;

  private static final Pattern NAME =
      Pattern.compile("\\b(T[1-9][0-9]*)\\b(?:\\[([0-9]+)\\.\\.([0-9]+)])?");
  private static final String TOKEN =
      "([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})";

  private final Map<String, String> bound = new HashMap<>();

  /// The names of tokens in a text.
  static Stream<String> names(String text) {
    return NAME.matcher(text).results().map(name -> name.group(1));
  }

  /// How long a text is once its tokens are filled in.
  static int filledLength(String text) {
    return NAME.matcher(text).replaceAll(name -> part(name, "x".repeat(LENGTH))).length();
  }

  /// The text of a request with its tokens filled in.
  String fill(Line request) {
    return NAME.matcher(request.text()).replaceAll(it -> part(it, token(request, it.group(1))));
  }

  /// Whether a reply is the expected one. If so, tokens seen for the first time are bound.
  boolean accept(String expected, String found) {
    var fresh = new ArrayList<String>();
    var match = pattern(expected, fresh).matcher(found);
    if (!match.matches()) {
      return false;
    }
    for (int i = 0; i < fresh.size(); i++) {
      bound.put(fresh.get(i), match.group(i + 1));
    }
    // Parts of a token that was not known before are compared only now.
    return known(expected).equals(found);
  }

  /// What is expected, with the tokens known so far.
  String known(String expected) {
    return NAME.matcher(expected)
        .replaceAll(
            it -> {
              var token = bound.get(it.group(1));
              return Matcher.quoteReplacement(token == null ? it.group() : part(it, token));
            });
  }

  private static String part(MatchResult name, String token) {
    return name.group(2) == null
        ? token
        : token.substring(Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)));
  }

  private String token(Line request, String name) {
    var token = bound.get(name);
    if (token == null) {
      throw new IllegalStateException(
          "%s: no reply so far has shown %s".formatted(request.place(), name));
    }
    return token;
  }

  private Pattern pattern(String expected, List<String> fresh) {
    var text = known(expected);
    var pattern = new StringBuilder();
    int end = 0;
    for (var name : NAME.matcher(text).results().toList()) {
      pattern.append(Pattern.quote(text.substring(end, name.start())));
      if (name.group(2) == null) {
        pattern.append(TOKEN);
        fresh.add(name.group(1));
      } else {
        pattern.append(".".repeat(part(name, "x".repeat(LENGTH)).length()));
      }
      end = name.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(text.substring(end))).toString());
  }
}
