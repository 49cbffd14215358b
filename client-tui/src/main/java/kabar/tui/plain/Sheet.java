package kabar.tui.plain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Where lines are printed while somebody types on the same terminal. A line never stands behind a
/// prompt, and the prompt is not written again until it is asked for: nothing is ever rewritten.
///
/// Not thread-safe.
final class Sheet extends OutputStream {
  private static final int BELL = 7;

  private final OutputStream out;
  private final boolean isTypedAt;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean isHolding;
  private boolean isPromptLast;

  /// @param isTypedAt whether somebody types on the same terminal; otherwise there are neither
  ///     prompts nor bells
  Sheet(OutputStream out, boolean isTypedAt) {
    this.out = out;
    this.isTypedAt = isTypedAt;
  }

  /// Writes a prompt.
  void prompt(String prompt) throws IOException {
    if (isTypedAt) {
      out.write(prompt.getBytes(StandardCharsets.UTF_8));
      out.flush();
      isPromptLast = true;
    }
  }

  /// A line was typed, and with its end the cursor has left the prompt.
  void typed() {
    isPromptLast = false;
  }

  boolean isHolding() {
    return isHolding;
  }

  /// From now on keeps what is to be printed.
  void hold() {
    isHolding = isTypedAt;
  }

  /// Prints what was kept, and keeps nothing any more.
  void release() throws IOException {
    isHolding = false;
    if (held.size() > 0) {
      write(held.toByteArray());
      held.reset();
      flush();
    }
  }

  void ring() throws IOException {
    if (isTypedAt) {
      out.write(BELL);
      out.flush();
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] source, int start, int length) throws IOException {
    if (isHolding) {
      held.write(source, start, length);
    } else {
      leavePrompt();
      out.write(source, start, length);
    }
  }

  @Override
  public void flush() throws IOException {
    if (!isHolding) {
      out.flush();
    }
  }

  private void leavePrompt() throws IOException {
    if (isPromptLast) {
      out.write('\n');
      isPromptLast = false;
    }
  }
}
