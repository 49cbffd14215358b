package kabar.tui.bindings;

import java.util.List;

/// What somebody wants the keys to be, as it was written, unchecked.
///
/// @param context a context's name, empty for wherever the intent has a key
/// @param intent an intent's name
/// @param keys the names of all keys that it shall have; none unbinds it
/// @param origin the file and line, for messages
public record Rebinding(String context, String intent, List<String> keys, String origin) {
  public Rebinding {
    keys = List.copyOf(keys);
  }
}
