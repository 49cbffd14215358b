package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kabar.api.Settings;
import kabar.api.SettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogsTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:41:00.123456Z");

  @AfterEach
  void forget() throws Exception {
    LogManager.getLogManager().readConfiguration();
  }

  @Test
  void writesARecordALine() {
    var line = new TextLogFormatter().format(record(Level.SEVERE, "{0} failed", "auth"));

    assertThat(line).isEqualTo("2026-11-22T09:41:00.123Z ERROR kabar.domain: auth failed\n");
  }

  @Test
  void letsNoTextBeginALineOfItsOwn() {
    var line =
        new TextLogFormatter()
            .format(record(Level.INFO, "{0}", "a\nb\r\u001b[2J\u202e\u2028c\u007f\u0085"));

    assertThat(line)
        .endsWith("kabar.domain: a\\u000ab\\u000d\\u001b[2J\\u202e\\u2028c\\u007f\\u0085\n");
  }

  @Test
  void indentsTheStackOfAnException() {
    var record = record(Level.WARNING, "it failed");
    record.setThrown(new IllegalStateException("first\nsecond"));

    assertThat(new TextLogFormatter().format(record).lines())
        .hasSizeGreaterThan(3)
        .element(1)
        .isEqualTo("    java.lang.IllegalStateException: first");
    assertThat(new TextLogFormatter().format(record).lines().skip(1))
        .allMatch(line -> line.startsWith("    "));
  }

  @Test
  void writesARecordAsAnObjectOnOneLine() {
    var line = new JsonLogFormatter().format(record(Level.FINE, "é\n\"{0}\"", "x"));

    assertThat(line)
        .startsWith("{\"at\":\"2026-11-22T09:41:00.123Z\",\"level\":\"DEBUG\",")
        .contains("\"logger\":\"kabar.domain\"", "\"message\":\"\\u00E9\\n\\\"x\\\"\"")
        .endsWith("}\n");
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void setsTheLevelOfAllModulesAndOfSome() {
    var logs =
        new Logs(Settings.of("log", Map.of("level", "warning", "levels", "kabar.domain=TRACE")));

    assertThat(logs).isNotNull();
    assertThat(Logger.getLogger("kabar.transport.tcp.TcpConnection").isLoggable(Level.INFO))
        .isFalse();
    assertThat(Logger.getLogger("kabar.domain.Door").isLoggable(Level.FINER)).isTrue();
  }

  @Test
  void refusesAFormatOrALevelThatThereIsNot() {
    assertRefused(Map.of("format", "xml"), "log.format: cannot use 'xml'", "text or json");
    assertRefused(Map.of("level", "LOUD"), "log.level: cannot use 'LOUD'", "ERROR, WARNING");
    assertRefused(Map.of("levels", "kabar"), "log.levels: cannot use 'kabar'", "MODULE=LEVEL");
    assertRefused(Map.of("levels", "kabar=LOUD"), "log.levels: cannot use 'LOUD'", "ERROR");
    assertRefused(Map.of("lvel", "INFO"), "did you mean log.level?");
  }

  private static void assertRefused(Map<String, String> values, String... parts) {
    assertThatThrownBy(() -> new Logs(Settings.of("log", values)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(parts);
  }

  private static LogRecord record(Level level, String message, Object... parameters) {
    var record = new LogRecord(level, message);
    record.setInstant(AT);
    record.setLoggerName("kabar.domain");
    record.setParameters(parameters);
    return record;
  }
}
