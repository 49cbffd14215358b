package kabar.tui.paint;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How everything looks: a look for each ink.
public final class Theme {
  /// The terminal's own sixteen colours, for every background.
  public static final Theme TERMINAL = new Theme("terminal", new Coloured(Palette.TERMINAL)::look);

  /// No colours at all: bold, underlined and reversed only.
  public static final Theme MONO = new Theme("mono", Mono::look);

  private static final List<Theme> ALL =
      List.of(
          TERMINAL,
          new Theme("light", new Coloured(Palette.LIGHT)::look),
          new Theme("dark", new Coloured(Palette.DARK)::look),
          new Theme("high-contrast", new Coloured(Palette.HIGH_CONTRAST)::look),
          MONO);

  private final String name;
  private final Map<Ink, Look> looks;

  private Theme(String name, Function<Ink, Look> looks) {
    this.name = name;
    this.looks =
        Collections.unmodifiableMap(
            Arrays.stream(Ink.values())
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        looks,
                        (one, _) -> one,
                        () -> new EnumMap<>(Ink.class))));
  }

  /// The theme with a name, empty if there is none.
  public static Optional<Theme> named(String name) {
    return ALL.stream().filter(theme -> theme.name.equals(name)).findFirst();
  }

  /// All names, in the order in which a key goes through them.
  public static List<String> names() {
    return ALL.stream().map(Theme::name).toList();
  }

  public String name() {
    return name;
  }

  public Look look(Ink ink) {
    return Objects.requireNonNull(looks.get(ink));
  }

  @Override
  public String toString() {
    return name;
  }
}
