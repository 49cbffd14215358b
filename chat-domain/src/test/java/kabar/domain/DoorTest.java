package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kabar.api.transport.CloseCause;
import org.junit.jupiter.api.Test;

class DoorTest {
  private Door door = Doors.withRoomFor(3);
  private final HeldDispatcher dispatcher = new HeldDispatcher();
  private final List<FakeConnection> connections = new ArrayList<>();
  private final List<ChatConnection> chats = new ArrayList<>();

  @Test
  void letsEverybodyInUpToTheLimit() {
    enter(3);

    assertThat(closed()).isEmpty();
    assertThat(door.count()).isEqualTo(3);
  }

  @Test
  void sendsTheLongestSilentOneAwayForANewOne() {
    enter(3);
    speak(0);

    enter(1);
    assertThat(closed()).containsExactly(1);

    enter(1);
    assertThat(closed()).containsExactly(1, 2);
    assertThat(door.count()).isEqualTo(3);
    assertThat(door.evicted()).isEqualTo(2);
  }

  @Test
  void sendsANewOneAwayWhereAllHaveSpoken() {
    enter(3);
    speak(0);
    speak(1);
    speak(2);

    enter(1);

    assertThat(closed()).containsExactly(3);
    assertThat(door.count()).isEqualTo(3);
    assertThat(door.refused()).isEqualTo(1);
    assertThat(door.evicted()).isZero();
  }

  @Test
  void givesTheRoomOfOneWhoLeftToTheNext() {
    enter(3);
    chats.get(1).closed(CloseCause.CLOSED);

    enter(1);

    assertThat(closed()).isEmpty();
    assertThat(door.count()).isEqualTo(3);
  }

  @Test
  void countsOneWhoWasSentAwayOnlyOnceWhenItIsGone() {
    enter(4);

    chats.get(0).closed(CloseCause.CLOSED);

    assertThat(door.count()).isEqualTo(3);
  }

  @Test
  void doesNotTakeOneWhoWasSentAwayForAnInsiderWhoSpeaks() {
    enter(4);
    speak(0);
    speak(1);
    speak(2);
    speak(3);

    enter(1);

    assertThat(closed()).containsExactly(0, 4);
    assertThat(door.count()).isEqualTo(3);
  }

  @Test
  void sendsEverybodyAwayOnceItIsShut() {
    enter(1);

    door.shut();
    enter(1);

    assertThat(closed()).containsExactly(0, 1);
  }

  @Test
  void letsThoseInsideFinishWhenItIsShut() {
    enter(1);
    speak(0);

    door.shut();
    assertThat(closed()).isEmpty();

    dispatcher.answer("inbox 0");
    assertThat(connections.getFirst().accepted()).containsExactly("inbox 0!");
    assertThat(closed()).containsExactly(0);
  }

  @Test
  void countsForAnAddressOnlyWhoIsInside() {
    var limits = Map.of("exempt", "none", "connections-per-address", "4");
    var hits = new LimitHits();
    door = Doors.of(3, limits, new HeldClock(), hits);

    enter(6);

    assertThat(closed()).containsExactly(0, 1, 2);
    assertThat(door.count()).isEqualTo(3);
    assertThat(hits.count(Limit.CONNECTIONS_PER_ADDRESS)).isZero();
  }

  @Test
  void refusesOneWhoseAddressHasTooMany() {
    var limits = Map.of("exempt", "none", "connections-per-address", "2");
    var hits = new LimitHits();
    door = Doors.of(3, limits, new HeldClock(), hits);

    enter(3);
    assertThat(closed()).containsExactly(2);
    chats.get(2).closed(CloseCause.CLOSED);
    enter(1);
    assertThat(closed()).containsExactly(2, 3);

    chats.get(0).closed(CloseCause.CLOSED);
    enter(1);

    assertThat(closed()).containsExactly(2, 3);
    assertThat(hits.count(Limit.CONNECTIONS_PER_ADDRESS)).isEqualTo(2);
  }

  private void enter(int count) {
    for (int i = 0; i < count; i++) {
      var connection = new FakeConnection();
      var reception = Receptions.of(dispatcher, door, 8);
      var chat = new ChatConnection(connection, TestCodec.dialects(), reception);
      connections.add(connection);
      chats.add(chat);
      door.enter(chat);
    }
  }

  private void speak(int number) {
    chats.get(number).received(ByteBuffer.wrap(TestCodec.bytes("inbox " + number + "\n")));
  }

  /// The numbers of all connections that were closed.
  private List<Integer> closed() {
    return connections.stream().filter(FakeConnection::isClosed).map(connections::indexOf).toList();
  }
}
