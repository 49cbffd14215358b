package kabar.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to a request of the text dialect, as a client of it reads it.
public sealed interface TextAnswer {
  /// The longest answer that is read, its end included: 1 MiB, four times what a server of ours
  /// sends.
  int MAX_BYTES = 1024 * 1024;

  /// The request was carried out.
  ///
  /// @param json its properties but the status, each as Python's `json.dumps` writes it: ASCII
  ///     without control characters
  /// @param texts those of them that are strings, as they are
  record Ok(Map<String, String> json, Map<String, String> texts) implements TextAnswer {
    public Ok {
      json = Map.copyOf(json);
      texts = Map.copyOf(texts);
    }

    /// A property as JSON.
    ///
    /// @throws TextAnswerException if there is none of this name
    public String json(String name) throws TextAnswerException {
      return present(name, "'%s'", json.get(name));
    }

    /// A property that is a string, which may hold any characters.
    ///
    /// @throws TextAnswerException if there is none of this name, or it is something else
    public String text(String name) throws TextAnswerException {
      return present(name, "a string '%s'", texts.get(name));
    }

    private static String present(String name, String wanted, @Nullable String value)
        throws TextAnswerException {
      if (value == null) {
        throw new TextAnswerException("expected " + wanted.formatted(name));
      }
      return value;
    }

    @Override
    public String toString() {
      return "Ok" + json.keySet();
    }
  }

  /// The request was not carried out.
  ///
  /// @param message why, as the server says it; may hold any characters
  record Refusal(String message) implements TextAnswer {}

  /// Reads an answer.
  ///
  /// @param reply with or without its end
  /// @throws TextAnswerException if it is not an answer of the text dialect
  static TextAnswer parse(byte[] reply) throws TextAnswerException {
    return TextAnswerParser.parse(reply);
  }
}
