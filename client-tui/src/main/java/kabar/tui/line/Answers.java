package kabar.tui.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Receiver;
import kabar.protocol.TextAnswer;

/// Joins what comes from the server into answers. One request may be unanswered at a time, and
/// nothing may come but its answer: the text dialect never speaks first.
final class Answers implements Receiver {
  private static final byte[] END = TextAnswer.END.getBytes(StandardCharsets.US_ASCII);

  private final Consumer<Event> events;
  private final AtomicBoolean isAwaited = new AtomicBoolean();

  /// Confined to the transport's thread.
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  Answers(Consumer<Event> events) {
    this.events = events;
  }

  /// A request is about to be sent.
  void await() {
    isAwaited.set(true);
  }

  @Override
  public void received(ByteBuffer payload) {
    if (!isAwaited.get()) {
      lost("sends what nobody asked for: it is no server of Kabar's text dialect");
      return;
    }
    if (begun.size() + payload.remaining() > TextAnswer.MAX_BYTES) {
      oversized();
      return;
    }
    while (payload.hasRemaining()) {
      begun.write(payload.get());
    }
    var bytes = begun.toByteArray();
    if (isWhole(bytes)) {
      begun.reset();
      isAwaited.set(false);
      events.accept(new Event.Answered(bytes));
    }
  }

  @Override
  public void oversized() {
    lost(
        "has sent too long an answer (expected %,d bytes at most)".formatted(TextAnswer.MAX_BYTES));
  }

  @Override
  public void drained() {}

  @Override
  public void finished() {
    lost(begun.size() == 0 ? "has ended the connection" : "has ended the connection in an answer");
  }

  @Override
  public void closed(CloseCause cause) {
    lost("cannot be reached any more");
  }

  private void lost(String how) {
    events.accept(new Event.Lost(how));
  }

  private static boolean isWhole(byte[] bytes) {
    int start = bytes.length - END.length;
    return start >= 0 && Arrays.equals(bytes, start, bytes.length, END, 0, END.length);
  }
}
