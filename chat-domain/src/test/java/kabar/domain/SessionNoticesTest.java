package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

/// What a connection is told when its session ends.
class SessionNoticesTest {
  private final Rules rules = Rules.ofDemo();
  private final LivePeer desk = LivePeer.subscribed(rules, "messi");
  private final LivePeer phone = new LivePeer(rules, "messi");
  private final Session deskSession = desk.session();
  private final Session phoneSession = phone.session();

  @Test
  void aRevokedSessionIsToldToItsConnectionSubscribedOrNot() {
    desk.ask(new Command.Revoke(Session.id(phoneSession.token())));
    assertToldOfItsEnd(phone, phoneSession);
    assertThat(desk.outlet.told()).isEmpty();

    Rules.now(rules.administration().revokeSession(deskSession.token()));
    assertToldOfItsEnd(desk, deskSession);
  }

  @Test
  void aLogoutIsNotToldToTheConnectionThatAskedForIt() {
    desk.ask(new Command.Logout(""));

    assertThat(desk.outlet.told()).isEmpty();
    assertThat(phone.outlet.told()).isEmpty();
    assertRefused(desk);
  }

  @Test
  void aLogoutOfOneSessionIsToldToItsOtherConnections() {
    var token = rules.login("messi", desk.caller);
    var session = rules.session(token);
    rules.ask(new Command.Resume(token), phone.caller);

    desk.ask(new Command.Logout(""));

    assertThat(desk.outlet.told()).isEmpty();
    assertToldOfItsEnd(phone, session);
  }

  @Test
  void aLogoutEverywhereIsToldToAllOthers() {
    desk.ask(new Command.Logout("", true));

    assertThat(desk.outlet.told()).isEmpty();
    assertToldOfItsEnd(phone, phoneSession);
  }

  @Test
  void aChangedPasswordIsToldToAllOthers() {
    var changed = desk.ask(new Command.ChangePassword(DemoUsers.PASSWORD, "another password"));

    assertThat(changed).isEqualTo(new Reply.Done());
    assertThat(desk.outlet.told()).isEmpty();
    assertToldOfItsEnd(phone, phoneSession);
  }

  @Test
  void anAccountThatIsDisabledOrDeletedIsToldOnAllConnections() {
    Rules.now(rules.administration().disable("messi"));
    assertToldOfItsEnd(desk, deskSession);
    assertToldOfItsEnd(phone, phoneSession);

    var henderson = new LivePeer(rules, "henderson");
    var session = henderson.session();
    Rules.now(rules.administration().delete("henderson"));
    assertToldOfItsEnd(henderson, session);
  }

  @Test
  void aSessionThatExpiresIsTold() {
    rules.clockwork.advance(SessionRules.DEFAULT.idle().plus(Duration.ofMinutes(2)));

    assertToldOfItsEnd(phone, phoneSession);
  }

  @Test
  void itIsToldLaterWhereThereIsNoRoomAndOnlyOnce() {
    phone.outlet.roomFor(0);
    Rules.now(rules.administration().revokeSession(phoneSession.token()));
    assertThat(phone.outlet.told()).isEmpty();

    phone.drain(10);
    phone.caller.roomAgain();

    assertToldOfItsEnd(phone, phoneSession);
  }

  @Test
  void nothingIsToldOfASessionThatTheConnectionHasLeft() {
    phone.relogin("henderson");

    Rules.now(rules.administration().revokeSession(phoneSession.token()));

    assertThat(phone.outlet.told()).isEmpty();
    assertThat(phone.ask(new Command.ListSessions())).isInstanceOf(Reply.Sessions.class);
  }

  @Test
  void nothingIsToldAfterwards() {
    Rules.now(rules.administration().revokeSession(deskSession.token()));
    desk.outlet.take();

    new LivePeer(rules, "henderson").send("messi", "hey");

    assertThat(desk.outlet.told()).isEmpty();
  }

  @Test
  void aStopTellsEveryPeerAnotherTimeWithinFiveSeconds() {
    var notices = new StoppingNotices();

    var delays = new ArrayList<Duration>();
    IntStream.range(0, 32)
        .forEach(_ -> delays.add(((Event.Stopping) notices.next().event()).reconnectAfter()));

    assertThat(delays.subList(0, 16)).doesNotHaveDuplicates().isEqualTo(delays.subList(16, 32));
    assertThat(delays)
        .allSatisfy(
            it -> assertThat(it).isBetween(Duration.ofMillis(500), Duration.ofMillis(5_000)));
  }

  private static void assertToldOfItsEnd(LivePeer peer, Session session) {
    assertThat(peer.outlet.told())
        .isEqualTo(List.of(new Event.SessionEnded(Session.id(session.token()))));
    assertRefused(peer);
  }

  private static void assertRefused(LivePeer peer) {
    assertThat(peer.ask(new Command.ListSessions()))
        .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
  }
}
