package kabar.api;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kabar.api.store.StoreException;

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

  /// Asks the provider of that name for something. Plug-ins are other people's code: one that fails
  /// in a way it must not is reported with its place, and not as a bug of ours.
  ///
  /// @param <R> what it answers
  /// @param <X> what it may throw
  /// @throws ProviderException if there is no such provider, or it fails with anything but `X`, a
  ///     {@link SettingsException} or a {@link StoreException}
  public <R, X extends Exception> R ask(String name, Question<? super P, R, X> question) throws X {
    var provider = get(name);
    try {
      return question.put(provider);
    } catch (SettingsException | StoreException | ProviderException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new ProviderException("%s fails: %s".formatted(origin(kind, provider), e), e);
    }
  }

  /// What a provider is asked.
  ///
  /// @param <P> the kind of provider
  /// @param <R> what it answers
  /// @param <X> what it may throw
  @FunctionalInterface
  public interface Question<P, R, X extends Exception> {

    /// Puts it to a provider.
    R put(P provider) throws X;
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
    return "%s %s: %s".formatted(kind, provider.name(), place(provider));
  }

  /// Module, version and location.
  private static String place(Provider provider) {
    var type = provider.getClass();
    var module = type.getModule();
    var descriptor = module.getDescriptor();
    var version = descriptor == null ? "" : descriptor.rawVersion().map(v -> "@" + v).orElse("");
    var source = type.getProtectionDomain().getCodeSource();
    var location = source == null ? "the run-time image" : source.getLocation();
    return "%s%s from %s"
        .formatted(module.isNamed() ? module.getName() : type.getName(), version, location);
  }

  private static <P extends Provider> void add(String kind, Map<String, P> byName, P provider) {
    var name = name(kind, provider);
    if (!NAME.matcher(name).matches()) {
      throw new ProviderException(
          "%s: cannot use the name '%s' of %s (expected %s)"
              .formatted(kind, name, provider.getClass().getName(), NAME));
    }
    var other = byName.putIfAbsent(name, provider);
    if (other != null) {
      throw new ProviderException(
          "%s: the name '%s' is provided twice, as %s and as %s (remove one; there are: %s)"
              .formatted(
                  kind,
                  name,
                  origin(kind, other),
                  origin(kind, provider),
                  String.join(", ", byName.keySet())));
    }
  }

  private static String name(String kind, Provider provider) {
    try {
      return provider.name();
    } catch (RuntimeException | LinkageError e) {
      throw new ProviderException(
          "%s: %s does not tell its name: %s".formatted(kind, place(provider), e), e);
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
