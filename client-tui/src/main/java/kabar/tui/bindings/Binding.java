package kabar.tui.bindings;

import java.util.List;
import kabar.tui.keys.Key;

/// The keys that mean one thing in one context.
///
/// @param keys at least one, the one to be shown first
public record Binding(Intent intent, List<Key> keys) {
  public Binding {
    keys = List.copyOf(keys);
  }
}
