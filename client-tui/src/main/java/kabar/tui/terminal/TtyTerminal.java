package kabar.tui.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import kabar.tui.paint.Size;

/// Lanterna's terminal of escape sequences, without what it asks the terminal for, without its
/// keys, and with nothing written before a flush.
final class TtyTerminal extends ANSITerminal {
  private final OneWrite out;
  private final Supplier<Size> size;

  /// @param size how large the terminal is, without asking it through its own input
  TtyTerminal(OneWrite out, Supplier<Size> size) {
    // The very object: with any other charset Lanterna writes half surrogates.
    super(InputStream.nullInputStream(), out, StandardCharsets.UTF_8);
    this.out = out;
    this.size = size;
  }

  @Override
  protected TerminalSize findTerminalSize() {
    var now = size.get();
    return new TerminalSize(now.columns(), now.rows());
  }

  /// Whole, where Lanterna goes by chars and drops those that it takes for unprintable.
  @Override
  public void putString(String clean) throws IOException {
    writeToTerminal(clean.getBytes(StandardCharsets.UTF_8));
  }

  /// Does nothing: a frame paints every cell, and an empty screen before it would flash.
  @Override
  public void clearScreen() {}

  @Override
  public void bell() throws IOException {
    send("\007");
  }

  /// Until colours and styles are reset, like them.
  void drawFaintly() throws IOException {
    send("\033[2m");
  }

  /// Writes a sequence that Lanterna does not know.
  void send(String sequence) throws IOException {
    putString(sequence);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /// Flushes what was painted since the last flush.
  void flushFrame() throws IOException {
    out.flushFrame();
  }
}
