package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import kabar.api.Settings;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Receiver;
import org.junit.jupiter.api.Test;

class UnprovenRequestTest {
  private final HeldDispatcher dispatcher = new HeldDispatcher();
  private final FakeConnection connection = new FakeConnection();
  private final UnprovenRequests all =
      new UnprovenRequests(
          dispatcher,
          Rules.ofDemo().chat,
          ChatLimits.from(
              Settings.of("limits", Map.of("exempt", "loopback", "unproven-requests", "1")), 1));

  @Test
  void goesTheWayOfAllCommandsAndClosesWithItsReply() {
    var request = serve(connection);
    request.received(payload("inbox 0"));
    request.finished();
    assertThat(dispatcher.begun()).containsExactly("inbox 0");
    assertThat(connection.isClosed()).isFalse();

    dispatcher.answer("inbox 0");

    assertThat(connection.accepted()).containsExactly("inbox 0!");
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void isTheOnlyOneOfItsConnection() {
    dispatcher.answerAtOnce();
    var request = serve(connection);

    request.received(payload("inbox 0"));
    request.received(payload("inbox 1"));
    request.oversized();

    assertThat(dispatcher.begun()).containsExactly("inbox 0");
  }

  @Test
  void closesWhereNothingArrives() {
    serve(connection).finished();

    assertThat(connection.isClosed()).isTrue();
    assertThat(dispatcher.begun()).isEmpty();
  }

  @Test
  void leavesWhoeverCarriesItOut() {
    var request = serve(connection);
    request.received(payload("inbox 0"));

    request.closed(CloseCause.STOPPED);

    assertThat(dispatcher.left()).hasSize(1);
    assertThat(dispatcher.left().getFirst().isGone()).isTrue();
  }

  @Test
  void abortsItsConnectionAndMakesRoomWhereABugIsMet() {
    serve(connection).received(payload("inbox bug"));
    assertThat(connection.isAborted()).isTrue();

    var second = new FakeConnection();
    serve(second).received(payload("inbox 0"));
    dispatcher.fail("inbox 0");
    assertThat(second.isAborted()).isTrue();

    assertThat(all.unanswered()).isZero();
    serve(new FakeConnection()).received(payload("inbox 1"));
    assertThat(all.unanswered()).isEqualTo(1);
  }

  private Receiver serve(FakeConnection with) {
    return all.serve(with, TestCodec.dialects());
  }

  private static ByteBuffer payload(String text) {
    return ByteBuffer.wrap(TestCodec.bytes(text));
  }
}
