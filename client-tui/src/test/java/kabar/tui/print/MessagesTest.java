package kabar.tui.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import kabar.protocol.Reply.Note;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void linesOfALongerTextAreNotTakenForMessages() throws IOException {
    Messages.dated(printer(false), ZONE).print(note("hai\r\n2026-01-02 10:04 messi: no\n\tend"));

    assertThat(out.toString(UTF_8))
        .isEqualTo("2026-01-02 10:04 messi: hai\n    2026-01-02 10:04 messi: no\n     end\n");
  }

  @Test
  void plainOnesAreOneLineEach() throws IOException {
    Messages.timed(printer(false), ZONE, true, "lineker").print(note("hai\napa kabar?"));

    assertThat(out.toString(UTF_8)).isEqualTo("[10:04] messi: hai apa kabar?\n");
  }

  @Test
  void onesOwnTellWhomTheyWentTo() throws IOException {
    Messages.timed(printer(false), ZONE, false, "messi").print(note("hai"));

    assertThat(out.toString(UTF_8)).isEqualTo("10:04 messi > henderson: hai\n");
  }

  @Test
  void scriptsReadTheObjectOfTheWire() throws IOException {
    Messages.dated(printer(true), ZONE).print(note("hai\n\u001b"));

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"id\":\"7\",\"from\":\"messi\",\"to\":\"henderson\",\"text\":\"hai\\n\\u001B\","
                + "\"at\":\"2026-01-02T03:04:05.678Z\"}\n");
  }

  private Printer printer(boolean isJson) {
    return new Printer(out, new PrintWriter(new StringWriter()), isJson, false);
  }

  private static Note note(String text) {
    return new Note("7", "messi", "henderson", text, "", AT);
  }
}
