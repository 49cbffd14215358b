package kabar.tui.paint;

import java.util.List;

/// The colours of names: the same name has the same one everywhere and always.
public final class NameInks {
  private static final List<Ink> INKS =
      List.of(Ink.NAME_BLUE, Ink.NAME_YELLOW, Ink.NAME_CYAN, Ink.NAME_MAGENTA);

  private NameInks() {}

  public static Ink of(String name) {
    return INKS.get(Math.floorMod(mixed(name.hashCode()), INKS.size()));
  }

  /// Short names that differ in one letter only would have neighbouring hashes.
  private static int mixed(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ mixed >>> 16;
  }
}
