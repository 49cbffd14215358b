package kabar.testkit.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The examples of JSON-RPC in a document, as one dialogue. It begins on an empty server with the
/// three demo users.
///
/// @param name the name of its file
/// @param turns in their order, on whichever connection
public record Dialogue(String name, List<Turn> turns) {

  public Dialogue {
    turns = List.copyOf(turns);
  }

  /// Reads the examples of a document.
  ///
  /// @throws IOException if there is no such file
  /// @throws IllegalArgumentException naming the first line that cannot be read
  public static Dialogue read(Path document) throws IOException {
    return parse(document.getFileName().toString(), Files.readString(document));
  }

  /// Reads the examples of a document from its text.
  ///
  /// @param name of its file, for messages
  /// @throws IllegalArgumentException naming the first line that cannot be read
  public static Dialogue parse(String name, String text) {
    return DialogueParser.parse(name, text);
  }

  @Override
  public String toString() {
    return name;
  }
}
