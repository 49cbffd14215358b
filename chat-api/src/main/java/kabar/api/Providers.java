package kabar.api;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The providers of one kind, by name. Immutable.
///
/// There is no fallback and no priority: a name either stands for exactly one provider or fails.
///
/// @param <P> the kind of provider
public final class Providers<P extends Provider> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9+.-]{0,31}");

  private final String kind;
  private final Map<String, P> byName;

  private Providers(String kind, Map<String, P> byName) {
    this.kind = kind;
    this.byName = byName;
  }

  /// Gathers providers, usually a {@link java.util.ServiceLoader}.
  ///
  /// @param kind what they provide, for messages: `transport`, `store`
  /// @throws ProviderException if a name is malformed or used twice, or a provider cannot be loaded
  public static <P extends Provider> Providers<P> of(String kind, Iterable<? extends P> found) {
    var byName = new TreeMap<String, P>();
    var iterator = found.iterator();
    while (hasNext(kind, iterator)) {
      add(kind, byName, next(kind, iterator));
    }
    return new Providers<>(kind, byName);
  }

  /// The provider of that name.
  ///
  /// @throws ProviderException if there is none; the message lists what there is
  public P get(String name) {
    var provider = byName.get(name);
    if (provider == null) {
      throw new ProviderException(
          "%s: there is no '%s' (available: %s)".formatted(kind, name, String.join(", ", names())));
    }
    return provider;
  }

  /// All names, sorted.
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /// All providers, sorted by name.
  public Stream<P> stream() {
    return byName.values().stream();
  }

  /// Where a provider comes from, for the one log line per loaded provider: kind, name, module,
  /// version and location.
  public static String origin(String kind, Provider provider) {
    var type = provider.getClass();
    var module = type.getModule();
    var descriptor = module.getDescriptor();
    var version = descriptor == null ? "" : descriptor.rawVersion().map(v -> "@" + v).orElse("");
    var source = type.getProtectionDomain().getCodeSource();
    var location = source == null ? "the run-time image" : source.getLocation();
    return "%s %s: %s%s from %s"
        .formatted(
            kind,
            provider.name(),
            module.isNamed() ? module.getName() : type.getName(),
            version,
            location);
  }

  private static <P extends Provider> void add(String kind, Map<String, P> byName, P provider) {
    if (!NAME.matcher(provider.name()).matches()) {
      throw new ProviderException(
          "%s: cannot use the name '%s' of %s (expected %s)"
              .formatted(kind, provider.name(), provider.getClass().getName(), NAME));
    }
    var other = byName.putIfAbsent(provider.name(), provider);
    if (other != null) {
      throw new ProviderException(
          "%s: the name '%s' is provided twice, as %s and as %s (remove one; there are: %s)"
              .formatted(
                  kind,
                  provider.name(),
                  origin(kind, other),
                  origin(kind, provider),
                  String.join(", ", byName.keySet())));
    }
  }

  private static boolean hasNext(String kind, Iterator<?> iterator) {
    try {
      return iterator.hasNext();
    } catch (ServiceConfigurationError e) {
      throw cannotLoad(kind, e);
    }
  }

  private static <P> P next(String kind, Iterator<? extends P> iterator) {
    try {
      return iterator.next();
    } catch (ServiceConfigurationError e) {
      throw cannotLoad(kind, e);
    }
  }

  private static ProviderException cannotLoad(String kind, ServiceConfigurationError e) {
    var cause = e.getCause() == null ? "" : " (%s)".formatted(e.getCause());
    return new ProviderException(
        "%s: a provider cannot be loaded: %s%s".formatted(kind, e.getMessage(), cause), e);
  }
}
