package kabar.tui.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The modes of a tty, byte by byte as Linux keeps them, so that nothing is lost when they are
/// given
/// back: struct termios of asm-generic/termbits.h, which x86-64 and AArch64 share. Immutable.
final class TtyModes {
  private static final int INPUT_FLAGS = 0;
  private static final int LOCAL_FLAGS = 12;
  private static final int CONTROL_CHARACTERS = 17;
  private static final int BYTES = 36;

  // Of the input: what becomes of breaks, of the eighth bit, of line ends, of Ctrl-S and Ctrl-Q.
  private static final int IGNBRK = 0x1;
  private static final int BRKINT = 0x2;
  private static final int PARMRK = 0x8;
  private static final int ISTRIP = 0x20;
  private static final int INLCR = 0x40;
  private static final int IGNCR = 0x80;
  private static final int ICRNL = 0x100;
  private static final int IXON = 0x400;

  // Of the line: signals, lines that can be edited, echoes, and what extends them.
  private static final int ISIG = 0x1;
  private static final int ICANON = 0x2;
  private static final int ECHO = 0x8;
  private static final int ECHONL = 0x40;
  private static final int IEXTEN = 0x8000;

  private static final int VTIME = 5;
  private static final int VMIN = 6;

  private final byte[] bytes;

  private TtyModes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Those that a tty has now.
  ///
  /// @throws IOException if that is no tty
  static TtyModes of(int descriptor) throws IOException {
    return new TtyModes(Ioctl.GET_MODES.call(descriptor, new byte[BYTES]));
  }

  /// The same, but every byte comes as it is typed, none is echoed and none is a signal:
  /// cfmakeraw(3), less what concerns output.
  TtyModes raw() {
    var raw = bytes.clone();
    clear(raw, INPUT_FLAGS, IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    clear(raw, LOCAL_FLAGS, ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    raw[CONTROL_CHARACTERS + VMIN] = 1;
    raw[CONTROL_CHARACTERS + VTIME] = 0;
    return new TtyModes(raw);
  }

  /// Gives a tty these modes.
  ///
  /// @throws IOException if it is none any more
  void apply(int descriptor) throws IOException {
    Ioctl.SET_MODES.call(descriptor, bytes);
  }

  private static void clear(byte[] modes, int at, int flags) {
    var words = ByteBuffer.wrap(modes).order(ByteOrder.nativeOrder());
    words.putInt(at, words.getInt(at) & ~flags);
  }
}
