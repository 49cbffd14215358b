package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import kabar.api.transport.CloseCause;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChatConnectionTest {
  private static final int MAX_UNANSWERED = 128;

  private final FakeConnection connection = new FakeConnection();
  private final HeldDispatcher dispatcher = new HeldDispatcher();
  private final Door door = Doors.withRoomFor(1);
  private final ChatConnection chat =
      new ChatConnection(
          connection, TestCodec.dialects(), Receptions.of(dispatcher, door, MAX_UNANSWERED));

  ChatConnectionTest() {
    door.enter(chat);
  }

  @Nested
  class Answers {

    @Test
    void leaveInTheOrderOfTheirRequestsHoweverTheyBecomeReady() {
      receive("send 1", "send 2", "send 3");

      dispatcher.answer("send 3", "send 2");
      assertThat(connection.accepted()).isEmpty();

      dispatcher.answer("send 1");
      assertThat(connection.accepted()).containsExactly("send 1!", "send 2!", "send 3!");
    }

    @Test
    void leaveAsSoonAsAllBeforeThemHaveLeft() {
      receive("send 1", "send 2", "send 3");

      dispatcher.answer("send 1", "send 3");

      assertThat(connection.accepted()).containsExactly("send 1!");
    }

    @Test
    void comeAtOnceWhereTheyAreReadyAtOnce() {
      dispatcher.answerAtOnce();

      receive("inbox 1", "send 2", "inbox 3");

      assertThat(connection.accepted()).containsExactly("inbox 1!", "send 2!", "inbox 3!");
    }

    @Test
    void includeOneForALineThatWasTooLongForTheTransport() {
      receive("send 1");
      chat.oversized();
      dispatcher.answer("send 1");

      assertThat(connection.accepted()).containsExactly("send 1!", "line-too-long");
    }
  }

  @Nested
  class Commands {

    @Test
    void overlapAsLongAsTheyAreSends() {
      receive("send 1", "send 2", "send 3");

      assertThat(dispatcher.begun()).containsExactly("send 1", "send 2", "send 3");
    }

    @Test
    void waitForAllEarlierOnesUnlessTheyAreSends() {
      receive("send 1", "send 2", "inbox 3");

      dispatcher.answer("send 2");
      assertThat(dispatcher.begun()).containsExactly("send 1", "send 2");

      dispatcher.answer("send 1");
      assertThat(dispatcher.begun()).containsExactly("send 1", "send 2", "inbox 3");
    }

    @Test
    void waitForAnEarlierOneThatIsNoSendEvenIfTheyAreSends() {
      receive("inbox 1", "send 2");
      assertThat(dispatcher.begun()).containsExactly("inbox 1");

      dispatcher.answer("inbox 1");
      assertThat(dispatcher.begun()).containsExactly("inbox 1", "send 2");
    }

    @Test
    void beginInTheOrderOfTheirArrival() {
      receive("send 1", "inbox 2", "send 3", "send 4", "inbox 5");

      dispatcher.answer("send 1");
      dispatcher.answer("inbox 2");
      dispatcher.answer("send 4", "send 3");
      dispatcher.answer("inbox 5");

      assertThat(dispatcher.begun())
          .containsExactly("send 1", "inbox 2", "send 3", "send 4", "inbox 5");
      assertThat(connection.accepted())
          .containsExactly("send 1!", "inbox 2!", "send 3!", "send 4!", "inbox 5!");
    }
  }

  @Nested
  class Pausing {

    @Test
    void happensAt128UnansweredRequestsAndNotBefore() {
      receiveSends(1, MAX_UNANSWERED - 1);
      assertThat(connection.isPaused()).isFalse();

      receiveSends(MAX_UNANSWERED, MAX_UNANSWERED);
      assertThat(connection.isPaused()).isTrue();
    }

    @Test
    void endsWhenHalfOfThemAreAnswered() {
      receiveSends(1, MAX_UNANSWERED);

      dispatcher.answerOldest(63);
      assertThat(connection.isPaused()).isTrue();

      dispatcher.answerOldest(1);
      assertThat(connection.isPaused()).isFalse();
    }

    @Test
    void countsWaitingRequestsToo() {
      receive("inbox 0");
      receiveSends(1, MAX_UNANSWERED - 1);

      assertThat(dispatcher.begun()).containsExactly("inbox 0");
      assertThat(connection.isPaused()).isTrue();
    }

    @Test
    void isNotForEverWhereAnswersComeWhileItBegins() {
      receiveSends(1, MAX_UNANSWERED - 1);
      connection.beforeNextPause(() -> dispatcher.answerOldest(MAX_UNANSWERED - 1));

      receiveSends(MAX_UNANSWERED, MAX_UNANSWERED);

      assertThat(connection.isPaused()).isFalse();
    }
  }

  @Nested
  class FullQueue {

    @Test
    void pausesTheConnection() {
      connection.roomFor(1);
      receive("send 1", "send 2");
      dispatcher.answer("send 1", "send 2");

      assertThat(connection.isPaused()).isTrue();
      assertThat(connection.accepted()).containsExactly("send 1!");
    }

    @Test
    void losesAndDoublesNothing() {
      connection.roomFor(2);
      receiveSends(1, 5);
      dispatcher.answerOldest(5);

      drain();
      assertThat(connection.accepted()).containsExactly("send 1!", "send 2!", "send 3!", "send 4!");
      assertThat(connection.isPaused()).isTrue();

      drain();
      assertThat(connection.accepted()).hasSize(5).endsWith("send 5!");
      assertThat(connection.isPaused()).isFalse();
    }

    @Test
    void isNotTriedAgainBeforeItHasRoom() {
      connection.roomFor(1);
      receiveSends(1, 3);
      dispatcher.answerOldest(3);

      assertThat(connection.refusals()).isEqualTo(1);
    }

    @Test
    void keepsCommandsFromBeginning() {
      connection.roomFor(1);
      receiveSends(1, 2);
      dispatcher.answerOldest(2);

      receive("send 3");
      assertThat(dispatcher.begun()).containsExactly("send 1", "send 2");

      drain();
      assertThat(dispatcher.begun()).containsExactly("send 1", "send 2", "send 3");
    }

    @Test
    void isNotForEverWhereItDrainsAtOnce() {
      connection.roomFor(0);
      dispatcher.answerAtOnce();
      connection.beforeNextPause(
          () -> {
            connection.roomFor(1);
            chat.drained();
          });

      receive("send 1");

      assertThat(connection.accepted()).containsExactly("send 1!");
      assertThat(connection.isPaused()).isFalse();
    }
  }

  @Nested
  class EndOfInput {

    @Test
    void leavesTheConnectionOpenUntilEverythingIsAnswered() {
      receive("send 1", "inbox 2");
      chat.finished();

      dispatcher.answer("send 1");
      assertThat(connection.isClosed()).isFalse();

      dispatcher.answer("inbox 2");
      assertThat(connection.accepted()).containsExactly("send 1!", "inbox 2!");
      assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void closesAConnectionThatHasNothingToAnswer() {
      chat.finished();

      assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void waitsForRoomInTheQueue() {
      connection.roomFor(1);
      receiveSends(1, 2);
      dispatcher.answerOldest(2);

      chat.finished();
      assertThat(connection.isClosed()).isFalse();

      drain();
      assertThat(connection.accepted()).containsExactly("send 1!", "send 2!");
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void finishesWhatItHasReceivedReadsNoMoreAndCloses() {
    receive("inbox 1", "send 2", "send 3");

    chat.finish();
    assertThat(connection.isPaused()).isTrue();
    assertThat(connection.isClosed()).isFalse();

    dispatcher.answer("inbox 1");
    dispatcher.answer("send 3", "send 2");
    assertThat(connection.accepted()).containsExactly("inbox 1!", "send 2!", "send 3!");
    assertThat(connection.isPaused()).isTrue();
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void answersAForeignGreetingAndThenClosesAndIgnoresWhatFollowed() {
    receive("HELO", "send 1", "inbox 2");

    assertThat(connection.accepted()).containsExactly("foreign-protocol");
    assertThat(connection.isClosed()).isTrue();
    assertThat(dispatcher.begun()).containsExactly("HELO");
  }

  @Nested
  class Gone {

    @Test
    void dropsWhatWaits() {
      receive("inbox 1", "send 2");

      chat.closed(CloseCause.LOST);
      dispatcher.answer("inbox 1");

      assertThat(dispatcher.begun()).containsExactly("inbox 1");
      assertThat(connection.accepted()).isEmpty();
    }

    @Test
    void isToldToTheDoorAndTheDispatcher() {
      chat.closed(CloseCause.LOST);

      assertThat(door.count()).isZero();
      assertThat(dispatcher.left())
          .singleElement()
          .satisfies(it -> assertThat(it.isGone()).isTrue());
    }
  }

  @Nested
  class DispatcherWithABug {

    @Test
    void losesTheConnectionWhenItThrows() {
      receive("send 1", "send bug", "send 2");

      assertThat(connection.isAborted()).isTrue();
    }

    @Test
    void losesTheConnectionWhenItFails() {
      receive("send 1", "inbox 2");

      dispatcher.fail("send 1");

      assertThat(connection.isAborted()).isTrue();
      assertThat(connection.accepted()).isEmpty();
    }

    @Test
    void leavesOtherConnectionsAlone() {
      var otherConnection = new FakeConnection();
      var reception = Receptions.of(dispatcher, door, 2);
      var other = new ChatConnection(otherConnection, TestCodec.dialects(), reception);
      receive("send bug");

      other.received(ByteBuffer.wrap(TestCodec.bytes("send 1\n")));
      dispatcher.answer("send 1");

      assertThat(otherConnection.isAborted()).isFalse();
      assertThat(otherConnection.accepted()).containsExactly("send 1!");
    }
  }

  /// As a transport does it: after a close nothing more is received.
  private void receive(String... requests) {
    for (var request : requests) {
      if (connection.isClosed()) {
        return;
      }
      chat.received(ByteBuffer.wrap(TestCodec.bytes(request + "\n")));
    }
  }

  private void receiveSends(int first, int last) {
    IntStream.rangeClosed(first, last).forEach(i -> receive("send " + i));
  }

  private void drain() {
    connection.flush();
    chat.drained();
  }
}
