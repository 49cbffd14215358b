package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kabar.api.transport.Listener;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Incoming;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is told unasked, as it is on the wire.
@ParameterizedClass
@EnumSource(StreamTransport.class)
class RpcLiveTest extends RpcDialect {
  private static final Command SUBSCRIBE = new Command.Subscribe("");

  RpcLiveTest(StreamTransport transport) {
    super(transport);
  }

  @Test
  void aMessageReachesBothSidesAndItsKeyOnlyItsSender() {
    var server = demo();
    var messi = subscribed(server, "messi");
    var henderson = subscribed(server, "henderson");

    var sent = (Reply.Sent) messi.ask(send("hey", "key-1"));

    assertThat(note(messi))
        .isEqualTo(new Reply.Note(sent.id(), "messi", "henderson", "hey", "key-1", sent.at()));
    assertThat(note(henderson))
        .isEqualTo(new Reply.Note(sent.id(), "messi", "henderson", "hey", "", sent.at()));
  }

  @Test
  void whatWasMissedArrivesAfterTheAnswerThenWhatHappens() {
    var server = demo();
    var messi = loggedIn(server, "messi");
    var henderson = subscribed(server, "henderson");
    messi.ask(send("seen", ""));
    var seen = ((Event.Posted) henderson.told().event()).cursor();
    henderson.close();
    messi.ask(send("missed", ""));
    messi.ask(send("missed too", ""));

    var back = loggedIn(server, "henderson");
    assertThat(back.ask(new Command.Subscribe(seen))).isEqualTo(new Reply.Subscribed(seen, false));
    messi.ask(send("live", ""));

    assertThat(List.of(note(back).text(), note(back).text(), note(back).text()))
        .containsExactly("missed", "missed too", "live");
  }

  @Test
  void aPingTellsTheCursorThatWasToldLast() {
    var server = demo();
    var henderson = subscribed(server, "henderson");
    loggedIn(server, "messi").ask(send("hey", ""));
    var cursor = ((Event.Posted) henderson.told().event()).cursor();

    assertThat(((Reply.Pong) henderson.ask(new Command.Ping())).cursor()).isEqualTo(cursor);
  }

  @Test
  void readingOnOneDeviceShowsOnTheOther() {
    var server = demo();
    var desk = subscribed(server, "henderson");
    var phone = subscribed(server, "henderson");
    var sent = (Reply.Sent) loggedIn(server, "messi").ask(send("hey", ""));
    assertThat(note(desk)).isEqualTo(note(phone));

    desk.ask(new Command.Read("messi", sent.id()));

    assertThat(phone.told())
        .isEqualTo(desk.told())
        .extracting(Incoming.Told::event)
        .isInstanceOfSatisfying(
            Event.Marked.class,
            it -> {
              assertThat(it.with()).isEqualTo("messi");
              assertThat(it.upTo()).isEqualTo(sent.id());
            });
  }

  @Test
  void typingAndPresenceAreTold() {
    var server = demo();
    var messi = loggedIn(server, "messi");
    var henderson = subscribed(server, "henderson");

    messi.ask(new Command.Typing("henderson"));
    assertThat(henderson.told().event()).isEqualTo(new Event.Typing("messi"));
    messi.ask(new Command.SetPresence(Availability.AWAY, "at lunch"));
    server.clockwork().advance(PresenceNews.INTERVAL);

    assertThat(henderson.told().event())
        .isInstanceOfSatisfying(
            Event.Presences.class,
            it -> {
              assertThat(it.people())
                  .singleElement()
                  .satisfies(
                      person -> {
                        assertThat(person.profile().user()).isEqualTo("messi");
                        assertThat(person.text()).isEqualTo("at lunch");
                      });
              assertThat(it.isWhole()).isTrue();
            });
  }

  @Test
  void aRevokedSessionIsToldAndTheConnectionStays() {
    var server = demo();
    var desk = loggedIn(server, "messi");
    var phone = loggedIn(server, "messi");
    var session =
        devices(desk).stream().filter(it -> !it.isCurrent()).findFirst().orElseThrow().session();

    desk.ask(new Command.Revoke(session));

    assertThat(phone.told().event()).isEqualTo(new Event.SessionEnded(session));
    assertThat(phone.ask(new Command.ListSessions())).isEqualTo(LOGIN_REQUIRED);
    assertThat(phone.ask(new Command.Ping())).isInstanceOf(Reply.Pong.class);
  }

  @Test
  void aStopIsToldToEveryLivePeerBeforeTheConnectionEnds() {
    var server = demo();
    var peers = IntStream.range(0, 3).mapToObj(_ -> connect(server)).toList();
    peers.forEach(peer -> peer.ask(new Command.Ping()));

    assertThat(server.stop(Duration.ofSeconds(60))).isEqualTo(Listener.Stopped.DRAINED);

    assertThat(peers.stream().map(it -> it.told().event()).distinct())
        .hasSize(3)
        .allSatisfy(
            it ->
                assertThat(((Event.Stopping) it).reconnectAfter())
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5)));
  }

  @Test
  void whatIsToldIsCounted() {
    var server = demo();
    var messi = subscribed(server, "messi");
    subscribed(server, "henderson");

    messi.ask(send("hey", ""));
    messi.ask(new Command.Logout(""));

    assertThat(server.liveCounts()).containsExactly(1L, 2L, 0L, 0L);
  }

  private static RpcPeer subscribed(RpcServer server, String user) {
    var peer = loggedIn(server, user);
    assertThat(peer.ask(SUBSCRIBE)).isInstanceOf(Reply.Subscribed.class);
    return peer;
  }

  private static Reply.Note note(RpcPeer peer) {
    return ((Event.Posted) peer.told().event()).note();
  }
}
