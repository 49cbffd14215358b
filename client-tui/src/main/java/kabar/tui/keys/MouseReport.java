package kabar.tui.keys;

import java.util.function.Consumer;

/// The three bytes of an old mouse report, which another program may have left switched on.
final class MouseReport implements Stage {
  private int missing = 3;

  @Override
  public Stage take(int unsignedByte, Consumer<Input> out) {
    missing--;
    return missing == 0 ? Ground.INSTANCE : this;
  }
}
