package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import kabar.api.ProviderException;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import kabar.domain.Plugins;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plug-ins that are compiled here, by the JDK's own tools.
class PluginFolderTest {
  private static final String PROVIDES =
      "provides kabar.api.transport.TransportProvider with %s.Pigeon;";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("plugins"));
  }

  @Test
  void loadsAJar() throws IOException {
    plugin("birds", "pigeon", "").into(folder.resolve("pigeon.jar"));

    var transports = transports();

    assertThat(transports.names()).containsExactly("pigeon");
    assertThat(Providers.origin("transport", transports.get("pigeon")))
        .startsWith("transport pigeon: birds@1.0 from file:")
        .endsWith("/plugins/pigeon.jar");
  }

  @Test
  void loadsAFolderWithADependencyThatNobodyElseSees() throws IOException {
    var seed = library("seeds", "public class Seed { public static final int WEIGHT = 1; }");
    var own = folder.resolve("pigeon");
    seed.into(own.resolve("seeds.jar"));
    plugin("birds", "pigeon", "{ if (seeds.Seed.class.getName().isEmpty()) throw null; }", seed)
        .into(own.resolve("birds.jar"));
    plugin("bats", "bat", "").into(folder.resolve("bats.jar"));

    var layers = PluginFolder.load(folder);

    assertThat(Plugins.with(layers).transports().names()).containsExactly("bat", "pigeon");
    assertThat(layers).hasSize(2);
    assertThat(layers.getFirst().findModule("seeds")).isEmpty();
    assertThat(layers.getLast().findModule("seeds")).isPresent();
  }

  @Test
  void twoPluginsMayHaveTheSameDependency() throws IOException {
    for (var name : List.of("birds", "bats")) {
      var own = folder.resolve(name);
      var seed = library("seeds", "public class Seed {}");
      seed.into(own.resolve("seeds.jar"));
      plugin(name, name, "{ new seeds.Seed(); }", seed).into(own.resolve(name + ".jar"));
    }

    assertThat(transports().names()).containsExactly("bats", "birds");
  }

  @Test
  void anEmptyFolderHasNone() throws IOException {
    Files.writeString(folder.resolve(".hidden"), "not looked at");

    assertThat(PluginFolder.load(folder)).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    var missing = folder.resolve("missing");

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> PluginFolder.load(missing))
        .withMessage("plugins: cannot use '%s' (expected a folder with plug-ins)", missing);
  }

  @Test
  void refusesABrokenJar() throws IOException {
    Files.writeString(folder.resolve("pigeon.jar"), "no zip");

    assertRefused("pigeon.jar").contains("cannot be read");
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Files.writeString(folder.resolve("pigeon.zip"), "");

    assertRefused("pigeon.zip").contains("it is no plug-in", "expected NAME.jar or a folder");
  }

  @Test
  void refusesAJarThatIsNoModule() throws IOException {
    new Source(compile("loose", "", "package loose; class Loose {}", List.of()))
        .into(folder.resolve("loose-1.2.jar"));

    assertRefused("loose-1.2.jar").contains("no module-info", "loose");
  }

  @Test
  void refusesAnEmptyFolder() throws IOException {
    Files.createDirectory(folder.resolve("pigeon"));

    assertRefused("pigeon").contains("no module in it");
  }

  @Test
  void refusesAModuleThatProvidesNothing() throws IOException {
    library("seeds", "public class Seed {}").into(folder.resolve("seeds.jar"));

    assertRefused("seeds.jar").contains("(seeds) provide neither a transport nor a store");
  }

  @Test
  void refusesTheSameModuleTwice() throws IOException {
    plugin("birds", "pigeon", "").into(folder.resolve("a.jar"));
    plugin("birds", "dove", "").into(folder.resolve("b.jar"));

    assertRefused("b.jar").contains("the module birds is in '" + folder.resolve("a.jar"));
  }

  @Test
  void refusesTheSameModuleTwiceInAFolder() throws IOException {
    plugin("birds", "pigeon", "").into(folder.resolve("birds/a.jar"));
    plugin("birds", "pigeon", "").into(folder.resolve("birds/b.jar"));

    assertRefused("birds").contains("birds found in").contains("a.jar").contains("b.jar");
  }

  @Test
  void refusesTheSameNameTwice() throws IOException {
    plugin("birds", "pigeon", "").into(folder.resolve("a.jar"));
    plugin("doves", "pigeon", "").into(folder.resolve("b.jar"));

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(this::transports)
        .withMessageContainingAll(
            "'pigeon' is provided twice", "birds@1.0", "a.jar", "doves@1.0", "b.jar");
  }

  @Test
  void refusesAnotherVersionOfTheApi() throws IOException {
    var other = temporary.resolve("other/kabar.api.jar");
    Files.createDirectories(other.getParent());
    run("jar", "-c", "-f", other, "--module-version", "9.1", "-C", unpacked(api()), ".");
    var module = "module birds { requires kabar.api; exports birds; " + PROVIDES + "}";
    var provider = providerClass("birds", "pigeon", "");
    new Source(compile("birds", module.formatted("birds"), provider, List.of(other)))
        .into(folder.resolve("birds.jar"));

    assertRefused("birds.jar")
        .contains("birds@1.0 was compiled against version 9.1 of kabar.api")
        .contains("(expected ");
  }

  @Test
  void refusesACopyOfTheApi() throws IOException {
    var own = folder.resolve("birds");
    plugin("birds", "pigeon", "").into(own.resolve("birds.jar"));
    run("jar", "-c", "-f", own.resolve("api.jar"), "-C", unpacked(api()), ".");

    assertRefused("birds").contains("it holds the module kabar.api, which the server has");
  }

  @Test
  void refusesAPluginWithoutItsDependency() throws IOException {
    var seed = library("seeds", "public class Seed {}");
    plugin("birds", "pigeon", "{ new seeds.Seed(); }", seed).into(folder.resolve("birds.jar"));

    assertRefused("birds.jar").contains("birds cannot be put together", "seeds not found");
  }

  @Test
  void tellsWhoseProviderCannotBeMade() throws IOException {
    plugin("birds", "pigeon", "{ if (true) throw new IllegalStateException(\"wing broken\"); }")
        .into(folder.resolve("birds.jar"));

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(this::transports)
        .withMessageContainingAll("birds from file:", "birds.jar", "wing broken");
  }

  @Test
  void tellsWhoseProviderLacksAClassWhenItIsUsed() throws IOException {
    var seed = library("seeds", "public class Seed {}");
    plugin(
            "birds",
            "pigeon",
            "public boolean isLocal(java.net.URI u) { new seeds.Seed(); return true; }",
            seed)
        .into(folder.resolve("birds/birds.jar"));
    library("seeds", "public class Grain {}").into(folder.resolve("birds/seeds.jar"));
    var transports = transports();

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> transports.ask("pigeon", it -> it.isLocal(URI.create("pigeon://here"))))
        .withMessageStartingWith("transport pigeon: birds@1.0 from file:")
        .withMessageContainingAll("birds.jar fails: ", "NoClassDefFoundError", "seeds/Seed");
  }

  private Providers<TransportProvider> transports() {
    return Plugins.with(PluginFolder.load(folder)).transports();
  }

  /// The message, which names the file.
  private AbstractStringAssert<?> assertRefused(String name) {
    return assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> PluginFolder.load(folder))
        .extracting(Exception::getMessage, InstanceOfAssertFactories.STRING)
        .startsWith("plugins: cannot use '%s': ".formatted(folder.resolve(name)))
        .doesNotContain("\n");
  }

  /// A module with a transport; `body` stands in the provider's class.
  private Source plugin(String module, String name, String body, Source... needed)
      throws IOException {
    var requires = new StringBuilder("requires kabar.api; ");
    var path = new ArrayList<>(List.of(api()));
    for (var source : needed) {
      requires.append("requires ").append(source.classes().getFileName()).append("; ");
      path.add(source.classes());
    }
    var info = "module %s { %s exports %1$s; " + PROVIDES.formatted(module) + " }";
    return new Source(
        compile(module, info.formatted(module, requires), providerClass(module, name, body), path));
  }

  private static String providerClass(String module, String name, String body) {
    return """
    package %s;
    public class Pigeon implements kabar.api.transport.TransportProvider {
      %s
      public String name() { return "%s"; }
      public kabar.api.transport.Transport create(kabar.api.Settings settings) { return null; }
    }
    """
        .formatted(module, body, name);
  }

  private Source library(String module, String code) throws IOException {
    var info = "module %s { exports %1$s; }".formatted(module);
    return new Source(compile(module, info, "package " + module + ";" + code, List.of()));
  }

  /// Compiled classes, in a folder of the module's name.
  private Path compile(String module, String info, String code, List<Path> path)
      throws IOException {
    var sources = Files.createDirectories(temporary.resolve("sources"));
    var here = Files.createTempDirectory(sources, module);
    var classes = here.resolve(module);
    var files = new ArrayList<Path>();
    files.add(Files.writeString(here.resolve(className(code) + ".java"), code));
    if (!info.isEmpty()) {
      files.add(Files.writeString(here.resolve("module-info.java"), info));
    }
    var arguments = new ArrayList<Object>(List.of("-d", classes, "-proc:none"));
    if (!info.isEmpty()) {
      arguments.addAll(List.of("--module-version", "1.0"));
    }
    if (!path.isEmpty()) {
      arguments.addAll(List.of("-p", String.join(":", path.stream().map(Path::toString).toList())));
    }
    arguments.addAll(files);
    run("javac", arguments.toArray());
    return classes;
  }

  /// The first class of the code, which gives the file its name.
  private static String className(String code) {
    return code.replaceFirst("(?s).*?class (\\w+).*", "$1");
  }

  private static Path api() {
    var module = TransportProvider.class.getModule();
    var reference =
        module.getLayer().configuration().findModule(module.getName()).orElseThrow().reference();
    return Path.of(reference.location().orElseThrow());
  }

  /// A folder with the classes, whether the API is one already or a jar.
  private Path unpacked(Path api) throws IOException {
    if (Files.isDirectory(api)) {
      return api;
    }
    var classes = Files.createDirectories(temporary.resolve("api"));
    run("jar", "-x", "-f", api, "--dir", classes);
    return classes;
  }

  private static void run(String tool, Object... arguments) {
    var said = new StringWriter();
    var out = new PrintWriter(said);
    var texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, texts);
    assertThat(code).as(() -> said.toString()).isZero();
  }

  /// Compiled classes, not packed yet.
  private record Source(Path classes) {

    void into(Path jar) throws IOException {
      Files.createDirectories(jar.getParent());
      run("jar", "-c", "-f", jar, "-C", classes, ".");
    }
  }
}
