package kabar.server;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import kabar.api.ProviderException;
import kabar.api.store.StoreProvider;
import kabar.api.transport.TransportProvider;

/// The folder into which plug-ins are dropped: `NAME.jar`, or a folder `NAME` with the plug-in's
/// jar and the jars that only it needs. Each becomes a module layer of its own on top of the
/// server's.
///
/// Whatever cannot be used stops the start; hidden files are not looked at.
final class PluginFolder {
  private static final String API = "kabar.api";
  private static final Set<String> SERVICES =
      Set.of(StoreProvider.class.getName(), TransportProvider.class.getName());

  private final ModuleLayer server;
  private final ApiVersion api;

  /// One jar or folder, and those of its modules that provide something.
  private record Plugin(Path path, ModuleFinder finder, List<ModuleDescriptor> providing) {}

  private PluginFolder(ModuleLayer server, ApiVersion api) {
    this.server = server;
    this.api = api;
  }

  /// Loads every plug-in of a folder, in the order of their file names.
  ///
  /// @throws ProviderException naming the first plug-in that cannot be used, and why
  static List<ModuleLayer> load(Path folder) {
    var module = TransportProvider.class.getModule();
    var api =
        ApiVersion.parse(module.getDescriptor().rawVersion().orElse(""))
            .orElseThrow(() -> new IllegalStateException(API + " was built without a version"));
    return new PluginFolder(module.getLayer(), api).loadAll(folder);
  }

  private List<ModuleLayer> loadAll(Path folder) {
    var plugins = visible(folder).stream().map(this::find).toList();
    rejectTwins(plugins);
    return plugins.stream().map(this::define).toList();
  }

  private static List<Path> visible(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ProviderException(
          "plugins: cannot use '%s' (expected a folder with plug-ins)".formatted(folder));
    }
    try (var files = Files.list(folder)) {
      return files.filter(it -> !it.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw unusable(folder, "it cannot be read: " + e, e);
    }
  }

  private Plugin find(Path path) {
    if (!Files.isDirectory(path) && !path.getFileName().toString().endsWith(".jar")) {
      throw unusable(path, "it is no plug-in (expected NAME.jar or a folder with jars)");
    }
    var finder = ModuleFinder.of(path);
    var modules = modules(path, finder);
    modules.forEach(it -> rejectOurs(path, it));
    var providing = modules.stream().filter(PluginFolder::provides).toList();
    if (providing.isEmpty()) {
      throw unusable(path, nothingProvided(modules));
    }
    providing.forEach(it -> requireVersion(path, it));
    return new Plugin(path, finder, providing);
  }

  private static List<ModuleDescriptor> modules(Path path, ModuleFinder finder) {
    try {
      return finder.findAll().stream().map(ModuleReference::descriptor).sorted().toList();
    } catch (FindException e) {
      throw unusable(path, "it cannot be read: " + reason(e), e);
    }
  }

  /// A copy of our own modules would be another type of the same name to everybody.
  private void rejectOurs(Path path, ModuleDescriptor module) {
    var name = module.name();
    if (name.startsWith("kabar.") && server.findModule(name).isPresent()) {
      throw unusable(
          path, "it holds the module %s, which the server has (take it out)".formatted(name));
    }
  }

  private static boolean provides(ModuleDescriptor module) {
    return !module.isAutomatic()
        && module.provides().stream().anyMatch(it -> SERVICES.contains(it.service()));
  }

  private static String nothingProvided(List<ModuleDescriptor> modules) {
    if (modules.isEmpty()) {
      return "there is no module in it (expected a jar with a module-info)";
    }
    var names = String.join(", ", modules.stream().map(ModuleDescriptor::name).toList());
    return modules.stream().allMatch(ModuleDescriptor::isAutomatic)
        ? "it has no module-info, only classes that would be called %s".formatted(names)
            + " (expected a module that provides a transport or a store)"
        : "its modules (%s) provide neither a transport nor a store".formatted(names)
            + " (expected 'provides kabar.api.transport.TransportProvider with …' in module-info)";
  }

  private void requireVersion(Path path, ModuleDescriptor module) {
    var compiled =
        module.requires().stream()
            .filter(it -> it.name().equals(API))
            .findFirst()
            .flatMap(ModuleDescriptor.Requires::rawCompiledVersion)
            .orElse("none");
    if (ApiVersion.parse(compiled).filter(api::serves).isEmpty()) {
      throw unusable(
          path,
          "the module %s was compiled against version %s of %s (expected %s)"
              .formatted(module.toNameAndVersion(), compiled, API, api.served()));
    }
  }

  private static void rejectTwins(List<Plugin> plugins) {
    var seen = new HashMap<String, Path>();
    for (var plugin : plugins) {
      for (var module : plugin.providing()) {
        var other = seen.putIfAbsent(module.name(), plugin.path());
        if (other != null) {
          throw unusable(
              plugin.path(),
              "the module %s is in '%s' too (remove one)".formatted(module.name(), other));
        }
      }
    }
  }

  private ModuleLayer define(Plugin plugin) {
    var names = new ArrayList<String>();
    plugin.providing().forEach(it -> names.add(it.name()));
    try {
      var configuration =
          server.configuration().resolveAndBind(plugin.finder(), ModuleFinder.of(), names);
      return server.defineModulesWithOneLoader(configuration, PluginFolder.class.getClassLoader());
    } catch (FindException | ResolutionException | LayerInstantiationException e) {
      throw unusable(
          plugin.path(),
          "the module %s cannot be put together: %s".formatted(String.join(", ", names), reason(e)),
          e);
    }
  }

  /// On one line, with the cause that says more.
  private static String reason(RuntimeException e) {
    var cause = e.getCause() == null ? "" : " (%s)".formatted(e.getCause().getMessage());
    return (e.getMessage() + cause).replaceAll("\\s+", " ");
  }

  private static ProviderException unusable(Path path, String why) {
    return new ProviderException("plugins: cannot use '%s': %s".formatted(path, why));
  }

  private static ProviderException unusable(Path path, String why, Exception cause) {
    return new ProviderException("plugins: cannot use '%s': %s".formatted(path, why), cause);
  }
}
