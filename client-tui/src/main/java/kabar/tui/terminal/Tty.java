package kabar.tui.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import kabar.tui.paint.Size;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ffm.FfmTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/// The tty of this process: its line discipline and its size, through JLine and without a process.
/// Neither JLine's streams nor its signals are used.
final class Tty implements AutoCloseable {
  private static final Size USUAL = new Size(80, 24);

  private final Terminal terminal;
  private final Attributes original;

  private Tty(Terminal terminal) {
    this.terminal = terminal;
    this.original = terminal.getAttributes();
  }

  /// Takes it as it is now. JLine gives it back when the process ends, if nobody did before.
  ///
  /// @throws IOException if the standard streams are no terminal
  static Tty open() throws IOException {
    var provider = new FfmTerminalProvider();
    if (!provider.isSystemStream(SystemStream.Input)
        || !provider.isSystemStream(SystemStream.Output)) {
      throw new IOException("the full screen needs a terminal for input and output");
    }
    try {
      return new Tty(terminal(provider));
    } catch (UncheckedIOException | IllegalStateException goneOrEnding) {
      throw new IOException("the terminal or this process ends", goneOrEnding);
    }
  }

  private static Terminal terminal(FfmTerminalProvider provider) throws IOException {
    // JLine would run infocmp for types it does not know; its capabilities are of no use here.
    return provider.sysTerminal(
        "kabar",
        "dumb",
        false,
        StandardCharsets.UTF_8,
        StandardCharsets.UTF_8,
        StandardCharsets.UTF_8,
        false,
        Terminal.SignalHandler.SIG_DFL,
        true,
        SystemStream.Output);
  }

  /// Every byte comes as it is typed, none is echoed and none is a signal: cfmakeraw(3), less what
  /// concerns output.
  void raw() {
    var raw = new Attributes(original);
    raw.setInputFlags(
        EnumSet.of(
            InputFlag.IGNBRK,
            InputFlag.BRKINT,
            InputFlag.PARMRK,
            InputFlag.ISTRIP,
            InputFlag.INLCR,
            InputFlag.IGNCR,
            InputFlag.ICRNL,
            InputFlag.IXON),
        false);
    raw.setLocalFlags(
        EnumSet.of(
            LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN),
        false);
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    terminal.setAttributes(raw);
  }

  /// How large the terminal is; 80×24 where it does not know, as over some serial lines.
  Size size() {
    try {
      var size = terminal.getSize();
      return size.getColumns() > 0 && size.getRows() > 0
          ? new Size(size.getColumns(), size.getRows())
          : USUAL;
    } catch (UncheckedIOException | IllegalStateException goneOrClosedByJline) {
      return USUAL;
    }
  }

  /// Leaves it as it was. Harmless twice.
  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
