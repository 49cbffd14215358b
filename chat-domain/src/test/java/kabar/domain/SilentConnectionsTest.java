package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import kabar.api.transport.CloseCause;
import kabar.protocol.Event;
import kabar.protocol.LiveCodec;
import kabar.protocol.Reply;
import kabar.protocol.Request;
import org.junit.jupiter.api.Test;

/// Connections that have said nothing for long.
class SilentConnectionsTest {
  private static final Duration LONGEST = Duration.ofSeconds(150);

  private final HeldClockwork clockwork = new HeldClockwork(new HeldClock());
  private final LimitHits hits = new LimitHits();
  private final HeldDispatcher dispatcher = new HeldDispatcher();
  private final FakeConnection connection = new FakeConnection();
  private final ChatConnection chat =
      new ChatConnection(
          connection,
          new Dialects(TestCodec::new, Braces::new),
          new Reception(
              dispatcher, Doors.withRoomFor(1), new IdleWatch(clockwork, hits, LONGEST), 2));

  @Test
  void endWhereTheDialectIsLive() {
    receive("{inbox 1}");
    dispatcher.answer("{inbox 1}");

    clockwork.advance(LONGEST.minusSeconds(1));
    assertThat(connection.isClosed()).isFalse();
    clockwork.advance(Duration.ofSeconds(1));

    assertThat(connection.isClosed()).isTrue();
    assertThat(hits.count(Limit.IDLE)).isEqualTo(1);
  }

  @Test
  void endNoSoonerThanThatAfterTheirLastWord() {
    receive("{inbox 1}");
    dispatcher.answer("{inbox 1}");
    clockwork.advance(Duration.ofSeconds(100));
    chat.oversized();

    clockwork.advance(LONGEST.minusSeconds(1));
    assertThat(connection.isClosed()).isFalse();
    clockwork.advance(Duration.ofSeconds(1));

    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void stayWhereTheDialectIsText() {
    receive("inbox 1");
    dispatcher.answer("inbox 1");

    clockwork.advance(LONGEST.multipliedBy(10));

    assertThat(connection.isClosed()).isFalse();
    assertThat(clockwork.waiting()).isZero();
  }

  @Test
  void stayWhileTheyHaveNotSaidWhatTheySpeak() {
    clockwork.advance(LONGEST.multipliedBy(10));

    assertThat(connection.isClosed()).isFalse();
  }

  @Test
  void stayWhileTheServerDoesNotListen() {
    receive("{send 1}", "{send 2}");
    assertThat(connection.isPaused()).isTrue();
    clockwork.advance(LONGEST.multipliedBy(2));
    assertThat(connection.isClosed()).isFalse();

    dispatcher.answer("{send 1}", "{send 2}");
    clockwork.advance(LONGEST.minusSeconds(1));
    assertThat(connection.isClosed()).isFalse();
    clockwork.advance(Duration.ofSeconds(1));

    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void areNotCountedOnceTheyAreGone() {
    receive("{inbox 1}");
    chat.closed(CloseCause.CLOSED);

    clockwork.advance(LONGEST.multipliedBy(2));

    assertThat(hits.count(Limit.IDLE)).isZero();
    assertThat(clockwork.waiting()).isZero();
  }

  private void receive(String... requests) {
    for (var request : requests) {
      chat.received(ByteBuffer.wrap(TestCodec.bytes(request + "\n")));
    }
  }

  /// As the test's dialect, in braces, and live.
  private static final class Braces implements LiveCodec {
    private final TestCodec codec = new TestCodec();

    @Override
    public Request decode(ByteBuffer payload) {
      return codec.decode(payload);
    }

    @Override
    public Request oversized() {
      return codec.oversized();
    }

    @Override
    public byte[] encode(Request request, Reply reply) {
      return codec.encode(request, reply);
    }

    @Override
    public byte[] encode(Event event) {
      return TestCodec.bytes(event.getClass().getSimpleName() + "\n");
    }
  }
}
