package kabar.tui.terminal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// What Linux is asked about a tty and told of it, by ioctl(2); the numbers are those of
/// asm-generic/ioctls.h, which x86-64 and AArch64 share. One function for all: each further one
/// that is linked is felt at the start.
enum Ioctl {
  /// TCGETS: the modes.
  GET_MODES(0x5401),
  /// TCSETS: other modes, at once.
  SET_MODES(0x5402),
  /// TIOCGWINSZ: rows and columns, and pixels that hardly any terminal knows.
  GET_SIZE(0x5413);

  private static final MethodHandle IOCTL = linked();

  private final long request;

  Ioctl(long request) {
    this.request = request;
  }

  /// Asks or tells.
  ///
  /// @param bytes what is told, replaced by what is answered
  /// @return the answer, in the byte order of the machine
  /// @throws IOException if that is no tty, or none any more
  byte[] call(int descriptor, byte[] bytes) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var segment = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      if (call(descriptor, segment) != 0) {
        throw new IOException("no terminal, or none any more");
      }
      return segment.toArray(ValueLayout.JAVA_BYTE);
    }
  }

  private int call(int descriptor, MemorySegment argument) {
    try {
      return (int) IOCTL.invokeExact(descriptor, request, argument);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings("restricted") // The launcher allows it.
  private static MethodHandle linked() {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("ioctl"),
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
        Linker.Option.firstVariadicArg(2));
  }
}
