package kabar.tui.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kabar.tui.bindings.Bindings;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.state.TuiState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state as it is to be seen, compared whole with a file.
///
/// `-Dkabar.golden=write` writes the files anew; what has changed is then to be read in the diff.
final class GoldenScreensTest {
  private static final Path FOLDER = Path.of("src/test/resources/kabar/tui/panels");
  private static final boolean IS_WRITING = "write".equals(System.getProperty("kabar.golden"));

  private static final List<Size> SIZES =
      List.of(new Size(80, 24), new Size(120, 40), new Size(50, 16), new Size(30, 8));
  private static final List<Size> EXTREMES =
      List.of(new Size(300, 60), new Size(20, 5), new Size(19, 4));

  /// A state at a size.
  record Screen(String state, Size size) {

    Path file() {
      return FOLDER.resolve("%s-%dx%d.txt".formatted(state, size.columns(), size.rows()));
    }

    TuiState made() {
      return Objects.requireNonNull(Showcase.states().get(state)).apply(Showcase.at(size));
    }

    @Override
    public String toString() {
      return file().getFileName().toString();
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void isAsItWas(Screen screen) throws IOException {
    var painted = painted(screen.made());

    if (IS_WRITING) {
      Files.createDirectories(FOLDER);
      Files.writeString(screen.file(), painted);
    }

    assertThat(painted).isEqualTo(Files.readString(screen.file()));
  }

  @Test
  void everyFileIsOfAScreen() throws IOException {
    Set<Path> expected = screens().map(Screen::file).collect(Collectors.toCollection(TreeSet::new));

    try (var files = Files.list(FOLDER)) {
      assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Stream<Screen> screens() {
    return Stream.concat(
        Showcase.states().keySet().stream()
            .flatMap(state -> SIZES.stream().map(size -> new Screen(state, size))),
        Stream.of("ordinary", "offline", "many-lines", "help")
            .flatMap(state -> EXTREMES.stream().map(size -> new Screen(state, size))));
  }

  /// The rows without what is blank at their ends, and where the cursor is.
  private static String painted(TuiState state) {
    var canvas = new Canvas(state.size());
    new View(Bindings.standard()).paint(state, canvas.surface());
    return canvas.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"))
        + canvas
            .cursor()
            .map(spot -> "\ncursor at %d,%d\n".formatted(spot.column(), spot.row()))
            .orElse("\nno cursor\n");
  }
}
