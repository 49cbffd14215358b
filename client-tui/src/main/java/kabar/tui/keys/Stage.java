package kabar.tui.keys;

import java.util.function.Consumer;

/// What the bytes so far are the beginning of.
interface Stage {

  /// What comes after a byte; what is complete with it is told.
  Stage take(int unsignedByte, Consumer<Input> out);

  /// Whether the bytes so far are a key by themselves, if no others follow soon.
  default boolean isKey() {
    return false;
  }

  /// The escape timer fired: if it is a key by itself, it is that key.
  default Stage timeout(Consumer<Input> out) {
    return this;
  }

  /// How long the rest may take; then the bytes so far are {@link #giveUp given up}.
  default long patienceNanos() {
    return 1_000_000_000L;
  }

  /// Tells what of an incomplete beginning is worth keeping.
  default void giveUp(Consumer<Input> out) {
    timeout(out);
  }
}
