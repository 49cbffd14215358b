package kabar.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A value of JSON, as it was read.
sealed interface JsonValue {

  /// What it is, for people: with an article.
  String kind();

  /// An object.
  ///
  /// @param members by name, in the order in which they came
  record Members(Map<String, JsonValue> members) implements JsonValue {
    public Members {
      members = Collections.unmodifiableMap(members);
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  /// An array.
  record Items(List<JsonValue> items) implements JsonValue {
    public Items {
      items = Collections.unmodifiableList(items);
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  /// A string.
  ///
  /// @param text as it is meant, which may have lone surrogates in it
  record Text(String text) implements JsonValue {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /// A number.
  ///
  /// @param digits as they were written, with fraction and exponent if there are any
  record Numeral(String digits) implements JsonValue {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /// True or false.
  record Flag(boolean isTrue) implements JsonValue {
    @Override
    public String kind() {
      return isTrue ? "true" : "false";
    }
  }

  /// The value null.
  record Nothing() implements JsonValue {
    @Override
    public String kind() {
      return "null";
    }
  }
}
