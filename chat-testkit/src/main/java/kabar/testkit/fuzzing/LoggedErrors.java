package kabar.testkit.fuzzing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Hears the errors that are logged while it is open, for that is all that is left of a bug that
/// was caught. Thread-safe.
public final class LoggedErrors implements AutoCloseable {
  private final Logger logger;
  private final Listener listener = new Listener();

  /// @param name of a logger; it and those below it are listened to
  public LoggedErrors(String name) {
    logger = Logger.getLogger(name);
    logger.addHandler(listener);
  }

  /// Throws the first one as an assertion that failed, if there is one.
  public void assertNone() {
    for (var error : listener.errors) {
      throw new AssertionError(
          error.getLoggerName() + ": " + error.getMessage(), error.getThrown());
    }
  }

  @Override
  public void close() {
    logger.removeHandler(listener);
  }

  private static final class Listener extends Handler {
    private final List<LogRecord> errors = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
        errors.add(entry);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
