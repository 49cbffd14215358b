package kabar.tui.bindings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kabar.api.SettingsException;
import kabar.api.Spelling;
import kabar.tui.keys.Key;

/// Which key means what, and where. Immutable.
public final class Bindings {
  private final Map<Context, Map<Intent, List<Key>>> keys;

  private Bindings(Map<Context, Map<Intent, List<Key>>> keys) {
    this.keys = keys;
  }

  /// The keys that nobody has changed.
  public static Bindings standard() {
    return new Bindings(StandardKeys.all());
  }

  /// The same with what somebody has changed.
  ///
  /// @throws SettingsException if there is no such context, intent or key, or if a key would mean
  ///     two things in one context; names where that was written
  public Bindings with(List<Rebinding> changes) {
    var changed = new EnumMap<Context, Map<Intent, List<Key>>>(Context.class);
    keys.forEach((context, table) -> changed.put(context, new EnumMap<>(table)));
    changes.stream().filter(it -> it.context().isEmpty()).forEach(it -> everywhere(changed, it));
    changes.stream().filter(it -> !it.context().isEmpty()).forEach(it -> inOne(changed, it));
    changes.forEach(it -> refuseConflicts(changed, it));
    return new Bindings(changed);
  }

  /// What a key means; empty if it means nothing there.
  public Optional<Intent> intent(Context context, Key key) {
    return owners(table(keys, context), key).findFirst();
  }

  /// What a character means that was typed; empty if it is text.
  ///
  /// @param isInputEmpty whether nothing stands where it would go to
  public Optional<Intent> intent(Context context, String character, boolean isInputEmpty) {
    if (context == Context.LISTING || (context.isTypedInto() && !isInputEmpty)) {
      return Optional.empty();
    }
    return typed(character).flatMap(key -> intent(context, key));
  }

  /// All that has a key in a context, in the order of the help.
  public List<Binding> of(Context context) {
    var table = table(keys, context);
    return Stream.of(Intent.values())
        .filter(intent -> !table.getOrDefault(intent, List.of()).isEmpty())
        .map(intent -> new Binding(intent, table.getOrDefault(intent, List.of())))
        .toList();
  }

  /// What matters most in a context and has a key there, for a line of hints; the most important
  /// first.
  public List<Binding> hints(Context context) {
    var all = of(context);
    return Hints.of(context).stream()
        .flatMap(wanted -> all.stream().filter(binding -> binding.intent() == wanted))
        .toList();
  }

  /// A capital letter is its small one with Shift.
  private static Optional<Key> typed(String character) {
    return Key.parse(
        switch (character) {
          case " " -> "space";
          case String it when !it.toLowerCase(Locale.ROOT).equals(it) -> "shift-" + it;
          case String it -> it;
        });
  }

  private static void everywhere(Map<Context, Map<Intent, List<Key>>> all, Rebinding change) {
    var intent = intent(change);
    var wanted = keys(change);
    var tables = all.values().stream().filter(table -> table.containsKey(intent)).toList();
    tables.forEach(table -> table.put(intent, wanted));
  }

  private static void inOne(Map<Context, Map<Intent, List<Key>>> all, Rebinding change) {
    table(all, context(change)).put(intent(change), keys(change));
  }

  private static Map<Intent, List<Key>> table(
      Map<Context, Map<Intent, List<Key>>> all, Context context) {
    return all.getOrDefault(context, Map.of());
  }

  private static void refuseConflicts(Map<Context, Map<Intent, List<Key>>> all, Rebinding change) {
    var intent = intent(change);
    for (var context : Context.values()) {
      var table = table(all, context);
      for (var key : table.getOrDefault(intent, List.of())) {
        owners(table, key)
            .filter(other -> other != intent)
            .findFirst()
            .ifPresent(
                other -> {
                  throw conflict(change, context, key, other);
                });
      }
    }
  }

  private static Stream<Intent> owners(Map<Intent, List<Key>> table, Key key) {
    return table.entrySet().stream()
        .filter(entry -> entry.getValue().contains(key))
        .map(Map.Entry::getKey);
  }

  private static Context context(Rebinding change) {
    return Context.parse(change.context())
        .orElseThrow(() -> unknown(change, "context", change.context(), Context.words()));
  }

  private static Intent intent(Rebinding change) {
    return Intent.parse(change.intent())
        .orElseThrow(
            () ->
                unknown(
                    change,
                    "thing to bind",
                    change.intent(),
                    Stream.of(Intent.values()).map(Intent::word).toList()));
  }

  private static List<Key> keys(Rebinding change) {
    var parsed = new ArrayList<Key>();
    for (var name : change.keys()) {
      parsed.add(
          Key.parse(name)
              .orElseThrow(
                  () ->
                      new SettingsException(
                          "%s: cannot use '%s' as a key for %s (expected such as ctrl-g, alt-enter,"
                                  .formatted(change.origin(), name, change.intent())
                              + " f6, page-up or one character)")));
    }
    return List.copyOf(parsed);
  }

  private static SettingsException unknown(
      Rebinding change, String what, String word, List<String> known) {
    var meant =
        Spelling.nearest(word, known)
            .map("did you mean '%s'?"::formatted)
            .orElse("expected one of " + String.join(", ", known));
    return new SettingsException(
        "%s: there is no %s '%s' (%s)".formatted(change.origin(), what, word, meant));
  }

  private static SettingsException conflict(
      Rebinding change, Context context, Key key, Intent other) {
    return new SettingsException(
        "%s: '%s' would mean both %s and %s in [%s] (expected another key, or other keys for %s:"
                .formatted(
                    change.origin(),
                    key.name(),
                    change.intent(),
                    other.word(),
                    context.word(),
                    other.word())
            + " %s = [])".formatted(other.word()));
  }
}
