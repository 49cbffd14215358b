package kabar.api;

import java.util.List;

/// A plug-in's entry: something that is chosen by its name.
///
/// Implementations are found by {@link java.util.ServiceLoader} and declared in `module-info` only.
public interface Provider {

  /// The name by which the configuration asks for this provider: 1 to 32 of `[a-z0-9+.-]`,
  /// beginning with a letter (RFC 3986 §3.1, so that it can be a URL scheme too).
  String name();

  /// All that can be set for this provider, in the order of its documentation: keys of the
  /// configuration's table `transport.NAME` or `store.NAME`. The configuration refuses any other
  /// key, and values that are not of an option's form, before the provider sees them. None unless
  /// overridden.
  default List<Option<?>> options() {
    return List.of();
  }
}
