package kabar.tui.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kabar.tui.terminal.Device;

/// The user's own editor, for a longer message.
///
/// @param command as the user's environment has it, which a shell reads
public record Editor(String command) {

  /// `$VISUAL`, else `$EDITOR`, else `vi`.
  public static Editor of(Map<String, String> environment) {
    var visual = environment.getOrDefault("VISUAL", "");
    var plain = environment.getOrDefault("EDITOR", "");
    return new Editor(!visual.isEmpty() ? visual : plain.isEmpty() ? "vi" : plain);
  }

  /// Lets a text be changed, in a file that only the user can read. Blocks until the editor ends.
  ///
  /// @return empty if the editor says that it was given up
  /// @throws IOException if the editor cannot be started, or leaves no text
  Optional<String> edit(Device device, String text) throws IOException, InterruptedException {
    var file = Files.createTempFile("kabar", ".txt");
    try {
      Files.writeString(file, text);
      // As git does it: the command may have options, and the file's name any character.
      int code = device.edit(List.of("sh", "-c", command + " \"$1\"", "kabar", file.toString()));
      return code == 0
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
              .map(Editor::withoutLastLineEnd)
          : Optional.empty();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String withoutLastLineEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
