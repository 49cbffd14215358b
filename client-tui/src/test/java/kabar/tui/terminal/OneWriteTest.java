package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kabar.tui.keys.KeyDecoder.Pastes;
import kabar.tui.paint.Drawing;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;
import org.junit.jupiter.api.Test;

final class OneWriteTest {
  private final List<String> writes = new ArrayList<>();
  private final OneWrite out =
      new OneWrite(
          new OutputStream() {
            @Override
            public void write(int octet) {
              writes.add("one octet");
            }

            @Override
            public void write(byte[] octets, int offset, int length) {
              writes.add(new String(octets, offset, length, StandardCharsets.UTF_8));
            }
          });
  private final TtyTerminal terminal = new TtyTerminal(out, () -> new Size(120, 40));

  @Test
  void aWholeFrameOf120By40IsOneWrite() throws IOException {
    var painter = new FramePainter(terminal, new Abilities(Colors.DIRECT, true, Pastes.MARKED));
    var drawing = new Drawing(120, 40);
    for (int row = 0; row < 40; row++) {
      drawing.text(0, row, "09:41", Ink.FAINT).text(6, row, "messi").cluster(20, row, "漢", 2);
    }

    painter.paint(drawing.canvas(), Theme.named("dark").orElseThrow());
    terminal.flushFrame();

    assertThat(writes).hasSize(1);
    assertThat(writes.getFirst())
        .startsWith("\033[?2026h")
        .endsWith("\033[?2026l")
        .doesNotContain("\033[2J");
  }

  @Test
  void nothingIsWrittenForAFrameThatChangesNothing() throws IOException {
    terminal.flushFrame();

    assertThat(writes).isEmpty();
  }

  @Test
  void nothingIsWrittenBeforeAFlush() throws IOException {
    terminal.putString("a");
    terminal.bell();
    assertThat(writes).isEmpty();

    terminal.flush();

    assertThat(writes).containsExactly("a\007");
  }
}
