package kabar.tui.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What this process does on signals, until it is closed. Handlers run on threads of the JVM.
/// Programs that this one starts have the usual behaviour again.
final class Signals implements AutoCloseable {
  private final Map<String, Object> before = new HashMap<>();

  /// @throws IllegalStateException if Java cannot handle it: where the module jdk.unsupported is
  ///     missing, signals would be lost in silence
  void on(String name, Runnable handler) {
    remember(name, org.jline.utils.Signals.register(name, handler));
  }

  /// Lets the system do what it does by default.
  void byDefault(String name) {
    remember(name, org.jline.utils.Signals.registerDefault(name));
  }

  private synchronized void remember(String name, Object previous) {
    if (Objects.isNull(previous)) {
      throw new IllegalStateException("cannot handle SIG" + name + " (expected jdk.unsupported)");
    }
    before.putIfAbsent(name, previous);
  }

  /// Makes everything as it was before.
  @Override
  public synchronized void close() {
    before.forEach(org.jline.utils.Signals::unregister);
    before.clear();
  }
}
