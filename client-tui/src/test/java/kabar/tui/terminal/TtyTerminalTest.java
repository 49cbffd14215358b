package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kabar.tui.paint.Size;
import org.junit.jupiter.api.Test;

final class TtyTerminalTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final TtyTerminal terminal = new TtyTerminal(new OneWrite(sent), () -> new Size(200, 60));

  @Test
  void knowsItsSizeWithoutAskingTheTerminal() throws IOException {
    var size = terminal.getTerminalSize();

    terminal.flush();
    assertThat(size).isEqualTo(new TerminalSize(200, 60));
    assertThat(sent.toByteArray()).isEmpty();
  }

  @Test
  void writesCharactersBeyondTheFirstPlaneWhole() throws IOException {
    terminal.putString("𝒜😀");

    terminal.flush();
    assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("𝒜😀");
  }

  @Test
  void neverClearsTheScreen() throws IOException {
    terminal.clearScreen();

    terminal.flush();
    assertThat(sent.toByteArray()).isEmpty();
  }
}
