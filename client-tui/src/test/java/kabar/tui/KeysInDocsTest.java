package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kabar.tui.bindings.Binding;
import kabar.tui.bindings.Bindings;
import kabar.tui.bindings.Context;
import kabar.tui.keys.Key;
import kabar.tui.words.Language;
import org.junit.jupiter.api.Test;

/// The keys that the user's page tells are those that there are.
final class KeysInDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "full-screen.md");
  private static final Map<Context, String> PLACES =
      Map.of(
          Context.WRITING, "at the input line",
          Context.PANEL, "with the focus on the inbox or on who is online",
          Context.SELECTING, "while a message is selected",
          Context.LISTING, "in a list, the help or a search",
          Context.ASKED, "at a question");

  @Test
  void areAllThere() throws IOException {
    var page = Files.readString(PAGE);

    assertThat(page.replaceAll("(?s).*<!-- keys: begin -->\n|<!-- keys: end -->.*", ""))
        .isEqualTo(tables());
  }

  private static String tables() {
    return List.of(Context.values()).stream()
        .map(KeysInDocsTest::table)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String table(Context context) {
    var rows =
        Bindings.standard().of(context).stream()
            .map(KeysInDocsTest::row)
            .collect(Collectors.joining());
    return "`[%s]`, %s:\n\n| name | keys | what |\n|---|---|---|\n%s"
        .formatted(context.word(), PLACES.get(context), rows);
  }

  private static String row(Binding binding) {
    var keys =
        binding.keys().stream()
            .map(Key::name)
            .map("`%s`"::formatted)
            .collect(Collectors.joining(" "));
    var what = binding.intent().phrase().in(Language.ENGLISH);
    return "| `%s` | %s | %s |\n".formatted(binding.intent().word(), keys, what);
  }
}
