package kabar.testkit.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the `T1`, `T2` … of one run stand for.
final class Tokens {
  /// A random UUID, 36 lower-case characters.
  static final int LENGTH = 36;

  private static final Pattern NAME = Pattern.compile("\\bT[1-9][0-9]*\\b");
  private static final String TOKEN =
      "([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})";

  private final Map<String, String> bound = new HashMap<>();

  /// The names of tokens in a text.
  static Stream<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group);
  }

  /// How long a request is once its tokens are filled in.
  static int filledLength(String request) {
    return NAME.matcher(request).replaceAll("x".repeat(LENGTH)).length();
  }

  /// The text of a request with its tokens filled in.
  String fill(Line request) {
    return NAME.matcher(request.text()).replaceAll(it -> token(request, it.group()));
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
    return true;
  }

  /// What is expected, with the tokens known so far.
  String known(String expected) {
    return NAME.matcher(expected)
        .replaceAll(it -> Matcher.quoteReplacement(bound.getOrDefault(it.group(), it.group())));
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
      pattern.append(Pattern.quote(text.substring(end, name.start()))).append(TOKEN);
      fresh.add(name.group());
      end = name.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(text.substring(end))).toString());
  }
}
