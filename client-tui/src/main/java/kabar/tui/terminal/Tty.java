package kabar.tui.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import kabar.tui.paint.Size;

/// The tty of this process: its line discipline and its size, asked of the system without a
/// process.
final class Tty implements AutoCloseable {
  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int SIZE_BYTES = 8;
  private static final Size USUAL = new Size(80, 24);

  private final TtyModes original;

  private Tty(TtyModes original) {
    this.original = original;
  }

  /// Takes it as it is now.
  ///
  /// @throws IOException if the standard streams are no terminal
  static Tty open() throws IOException {
    try {
      TtyModes.of(OUTPUT);
      return new Tty(TtyModes.of(INPUT));
    } catch (IOException e) {
      throw new IOException("the full screen needs a terminal for input and output", e);
    }
  }

  /// Every byte comes as it is typed, none is echoed and none is a signal.
  void raw() throws IOException {
    original.raw().apply(INPUT);
  }

  /// How large the terminal is; 80×24 where it does not know, as over some serial lines.
  Size size() {
    try {
      var answer =
          ByteBuffer.wrap(Ioctl.GET_SIZE.call(INPUT, new byte[SIZE_BYTES]))
              .order(ByteOrder.nativeOrder());
      int rows = Short.toUnsignedInt(answer.getShort(0));
      int columns = Short.toUnsignedInt(answer.getShort(2));
      return columns > 0 && rows > 0 ? new Size(columns, rows) : USUAL;
    } catch (IOException gone) {
      return USUAL;
    }
  }

  /// Leaves it as it was. Harmless twice.
  @Override
  public void close() throws IOException {
    original.apply(INPUT);
  }
}
