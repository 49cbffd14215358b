package kabar.testkit.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// What a fuzzer begins with and has found, tried again by every build. The inputs of a target are
/// the files of the folder in `src/test/corpus` of its module that is named as its class is; their
/// own names say what they are.
public final class Corpus {
  private static final Path ROOT = Path.of("src", "test", "corpus");

  private Corpus() {}

  /// One test for each input, and one for no bytes at all.
  ///
  /// @param owner the class of the target
  /// @param target takes an input, and throws if that did what it should not do
  /// @throws AssertionError if there is no input
  /// @throws UncheckedIOException if there is no folder
  public static Stream<DynamicTest> each(Class<?> owner, Consumer<byte[]> target) {
    var folder = ROOT.resolve(owner.getName());
    var files = files(folder);
    if (files.isEmpty()) {
      throw new AssertionError(folder + " is empty");
    }
    var empty = DynamicTest.dynamicTest("nothing", () -> target.accept(new byte[0]));
    return Stream.concat(Stream.of(empty), files.stream().map(file -> test(file, target)));
  }

  private static DynamicTest test(Path file, Consumer<byte[]> target) {
    var name = file.getFileName().toString();
    return DynamicTest.dynamicTest(name, () -> target.accept(Files.readAllBytes(file)));
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
