package kabar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kabar.testkit.fanout.FanoutContract;
import kabar.testkit.store.StoreContract;
import kabar.testkit.transport.TransportContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every sentence behind a dash in the Javadoc of a service-provider interface is the name of
/// exactly one test of its contract, and the other way round.
class PromisesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "")).resolve("../chat-api/src/main/java");

  /// A dash, the sentence, and the lines that continue it, indented.
  private static final Pattern PROMISE =
      Pattern.compile("(?m)^ *///? +- (.+(?:\\n *///?  +[^ -].*)*)");

  private static final Pattern LINE_BREAK = Pattern.compile("\\n *///? *");
  private static final Pattern LINK = Pattern.compile("\\{@link ([^} ]+)(?: ([^}]+))?}");

  /// Each package of an SPI and its contract.
  private static final List<Spi> SPIS =
      List.of(
          new Spi("kabar.api.transport", TransportContract.class),
          new Spi("kabar.api.store", StoreContract.class),
          new Spi("kabar.api.fanout", FanoutContract.class));

  private record Spi(String name, Class<?> contract) {}

  @TestFactory
  Stream<DynamicTest> everyPromiseIsATest() {
    return SPIS.stream()
        .map(spi -> DynamicTest.dynamicTest(spi.name(), () -> comparePromisesAndTests(spi)));
  }

  @Test
  void readsContinuedSentencesAsPlainText() {
    var source =
        """
          /// Does it.
          ///
          /// - One promise, said in `code` and
          ///   with {@link Receiver#drained}.
          /// - Another, of {@link Receiver the receiver}.
          ///
          /// No promise - this.
        """;

    assertThat(promisesIn(source))
        .containsExactly(
            "One promise, said in code and with Receiver.drained.", "Another, of the receiver.");
  }

  private static void comparePromisesAndTests(Spi spi) throws IOException {
    var tests = testsOf(spi.contract()).sorted().toList();

    assertThat(tests).isNotEmpty().isEqualTo(promisesOf(spi).stream().sorted().toList());
  }

  private static List<String> promisesOf(Spi spi) throws IOException {
    var folder = SOURCES.resolve(spi.name().replace('.', '/'));
    try (var files = Files.list(folder)) {
      return files.flatMap(file -> promisesIn(read(file)).stream()).toList();
    }
  }

  private static List<String> promisesIn(String source) {
    return PROMISE.matcher(source).results().map(it -> plain(it.group(1))).toList();
  }

  /// The names of all tests in a class, in those it extends and in those nested in it.
  private static Stream<String> testsOf(Class<?> type) {
    var own = Arrays.stream(type.getDeclaredMethods()).flatMap(it -> nameOf(it).stream());
    var nested = Arrays.stream(type.getDeclaredClasses()).flatMap(PromisesTest::testsOf);
    var parent = Optional.<Class<?>>ofNullable(type.getSuperclass());
    return Stream.of(own, nested, parent.stream().flatMap(PromisesTest::testsOf)).flatMap(it -> it);
  }

  private static Optional<String> nameOf(Method method) {
    return Optional.ofNullable(method.getAnnotation(Test.class))
        .flatMap(_ -> Optional.ofNullable(method.getAnnotation(DisplayName.class)))
        .map(it -> plain(it.value()))
        .or(() -> unnamed(method));
  }

  private static Optional<String> unnamed(Method method) {
    return method.isAnnotationPresent(Test.class)
        ? Optional.of("(no promise) " + method.getName())
        : Optional.empty();
  }

  private static String plain(String text) {
    var joined = LINE_BREAK.matcher(text).replaceAll(" ");
    var unlinked =
        LINK.matcher(joined)
            .replaceAll(it -> it.group(2) == null ? it.group(1).replace('#', '.') : it.group(2));
    return unlinked.replace("`", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
