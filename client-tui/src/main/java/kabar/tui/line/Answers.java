package kabar.tui.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Receiver;
import kabar.protocol.TextAnswer;

/// Joins what comes from the server into answers. One request may be unanswered at a time, and
/// nothing may come but its answer: the text dialect never speaks first.
final class Answers implements Receiver {
  /// CR LF CR LF.
  private static final int END = 0x0D0A0D0A;

  private final Consumer<Event> events;
  private final AtomicBoolean isAwaited = new AtomicBoolean();

  // Confined to the transport's thread.
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int lastFourBytes;

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
      byte next = payload.get();
      begun.write(next);
      lastFourBytes = lastFourBytes << Byte.SIZE | Byte.toUnsignedInt(next);
    }
    if (lastFourBytes == END) {
      var answer = new Event.Answered(begun.toByteArray());
      begun.reset();
      isAwaited.set(false);
      events.accept(answer);
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
}
