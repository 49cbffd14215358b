package kabar.tui.program;

/// Something that is done when the process is told to end, unless it is called off before.
public final class AtExit {
  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  /// From now on it would be done.
  ///
  /// @param name of the thread that would do it
  public static AtExit run(String name, Runnable task) {
    var hook = new Thread(task, name);
    Runtime.getRuntime().addShutdownHook(hook);
    return new AtExit(hook);
  }

  /// Calls it off.
  ///
  /// @return false if it is too late: it is done by itself
  public boolean callOff() {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      return false;
    }
  }
}
