package kabar.tui.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import kabar.tui.keys.Input.PasteCut;
import kabar.tui.keys.Input.Pasted;

/// Between `ESC [200~` and `ESC [201~`: whatever it is, it is text.
final class Paste implements Stage {
  private static final String END = "\u001b[201~";
  private static final int LONGEST_CHARACTER = 4;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long missing;
  private boolean isCharacterCut;

  /// How much of the end is read.
  private int matched;

  @Override
  public Stage take(int unsignedByte, Consumer<Input> out) {
    if (unsignedByte == END.charAt(matched)) {
      matched++;
      return matched < END.length() ? this : end(out);
    }
    keepMatched();
    if (unsignedByte == Ground.ESCAPE) {
      matched = 1;
    } else {
      keep(unsignedByte);
    }
    return this;
  }

  /// A slow line must not make keys of the rest of a text, with an Enter for each of its lines.
  @Override
  public long patienceNanos() {
    return 10_000_000_000L;
  }

  @Override
  public void giveUp(Consumer<Input> out) {
    keepMatched();
    end(out);
  }

  private void keepMatched() {
    END.substring(0, matched).chars().forEach(this::keep);
    matched = 0;
  }

  private void keep(int unsignedByte) {
    if (kept.size() < KeyDecoder.MAX_PASTE_BYTES) {
      kept.write(unsignedByte);
    } else {
      isCharacterCut |= missing == 0 && isContinuation(unsignedByte);
      missing++;
    }
  }

  private Stage end(Consumer<Input> out) {
    out.accept(new Pasted(text().replaceAll("\r\n?", "\n")));
    if (missing > 0) {
      out.accept(new PasteCut(missing));
    }
    return Ground.INSTANCE;
  }

  private String text() {
    var bytes = kept.toByteArray();
    var end = bytes.length;
    while (isCharacterCut && end > 0) {
      end--;
      missing++;
      isCharacterCut = isContinuation(bytes[end]) && bytes.length - end < LONGEST_CHARACTER;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static boolean isContinuation(int anyByte) {
    return (anyByte & 0xC0) == 0x80;
  }
}
