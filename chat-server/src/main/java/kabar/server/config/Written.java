package kabar.server.config;

import java.util.List;
import kabar.api.Form;

/// A value as somebody wrote it.
///
/// @param type of a file that knows types; elsewhere everything is plain
/// @param origin where it is written, to be read after "from"
public record Written(Type type, String text, String origin) {

  /// What a value was written as.
  public enum Type {
    PLAIN("'%s'"),
    TEXT("the text '%s'"),
    NUMBER("the number %s"),
    FLAG("%s"),
    LIST("a list"),
    DATE("the date %s"),
    TABLE("a table");

    private final String description;

    Type(String description) {
      this.description = description;
    }
  }

  /// As on a command line.
  public static Written plain(String text, String origin) {
    return new Written(Type.PLAIN, text, origin);
  }

  /// Texts without commas.
  public static Written list(List<String> elements, String origin) {
    return new Written(Type.LIST, String.join(",", elements), origin);
  }

  /// Whether a file may write a value of that kind so.
  boolean suits(Form.Kind kind) {
    return switch (type) {
      case PLAIN -> true;
      case TEXT -> kind == Form.Kind.TEXT;
      case NUMBER -> kind == Form.Kind.NUMBER;
      case FLAG -> kind == Form.Kind.FLAG;
      case LIST -> kind == Form.Kind.LIST;
      case DATE, TABLE -> false;
    };
  }

  /// What was found, for messages.
  String found() {
    return type.description.formatted(text);
  }

  Written hidden() {
    return new Written(type, "(hidden)", origin);
  }
}
