package kabar.tui.terminal;

import java.io.IOException;
import java.util.EnumSet;
import kabar.tui.paint.Size;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/// The tty of this process: its line discipline and its size, through JLine and without a process.
/// Neither JLine's streams nor its signals are used.
final class Tty implements AutoCloseable {
  private static final Size USUAL = new Size(80, 24);

  private final Pty pty;
  private final Attributes original;

  private Tty(Pty pty) throws IOException {
    this.pty = pty;
    this.original = pty.getAttr();
  }

  /// Takes it as it is now.
  ///
  /// @throws IOException if the standard streams are no terminal
  static Tty open() throws IOException {
    var provider = new JniTerminalProvider();
    if (!provider.isPosixSystemStream(SystemStream.Input)
        || !provider.isPosixSystemStream(SystemStream.Output)) {
      throw new IOException("the full screen needs a terminal for input and output");
    }
    // Not JLine's terminal, which would run infocmp and have its own way with streams and signals.
    return new Tty(provider.current(SystemStream.Output));
  }

  /// Every byte comes as it is typed, none is echoed and none is a signal: cfmakeraw(3), less what
  /// concerns output.
  void raw() throws IOException {
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
    pty.setAttr(raw);
  }

  /// How large the terminal is; 80×24 where it does not know, as over some serial lines.
  Size size() {
    try {
      var size = pty.getSize();
      return size.getColumns() > 0 && size.getRows() > 0
          ? new Size(size.getColumns(), size.getRows())
          : USUAL;
    } catch (IOException gone) {
      return USUAL;
    }
  }

  /// Leaves it as it was. Harmless twice.
  @Override
  public void close() throws IOException {
    pty.setAttr(original);
  }
}
