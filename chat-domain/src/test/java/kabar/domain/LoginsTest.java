package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class LoginsTest {
  private static final Command RIGHT = new Command.Login("messi", DemoUsers.PASSWORD);
  private static final Command WRONG = new Command.Login("messi", "bandung");
  private static final Command UNKNOWN = new Command.Login("neymar", DemoUsers.PASSWORD);

  private final Rules rules = Rules.ofDemo();
  private final Caller caller = new Caller(FakeConnection.PEER);

  @Test
  void opensASessionWithATokenOfItsOwnEachTime() {
    var first = rules.login("messi", caller);
    var second = rules.login("messi", caller);

    assertThat(first).matches("[0-9a-f-]{36}").isNotEqualTo(second);
  }

  @Test
  void bringsTheUserOnline() {
    rules.login("messi", caller);

    assertThat(rules.online()).containsExactly("messi");
  }

  @Test
  void refusesAWrongPassword() {
    assertThat(rules.ask(WRONG, caller)).isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
    assertThat(rules.online()).isEmpty();
  }

  @Test
  void tellsThatAUserDoesNotExistWhereThatIsWanted() {
    assertThat(rules.ask(UNKNOWN, caller)).isEqualTo(Reply.Refused.because(Reason.UNKNOWN_USER));
  }

  @Test
  void doesNotTellAnUnknownUserFromAWrongPasswordOtherwise() {
    var discreet = Rules.discreet();

    assertThat(discreet.ask(UNKNOWN, caller)).isEqualTo(discreet.ask(WRONG, caller));
  }

  @Test
  void hasTheHasherWorkForUnknownUsersToo() {
    rules.hasher.hold();

    var reply = rules.begin(UNKNOWN, caller);
    assertThat(reply).isNotDone();

    rules.hasher.release();
    assertThat(reply).isDone();
  }

  @Test
  void bringsAUserOnlineForTheWindowOnlyIfTheConnectionWasGoneBeforeTheLoginWasDone() {
    rules.hasher.hold();
    var reply = rules.begin(RIGHT, caller);

    rules.leave(caller);
    rules.hasher.release();
    assertThat(reply.join()).isInstanceOf(Reply.LoggedIn.class);
    assertThat(rules.online()).containsExactly("messi");

    rules.clock.advance(Rules.PRESENCE_WINDOW);
    assertThat(rules.online()).isEmpty();
  }

  @Test
  void endsThatSessionAndNoOther() {
    var first = rules.login("messi", caller);
    var second = rules.login("messi", caller);

    assertThat(rules.ask(new Command.Logout(first), caller))
        .isEqualTo(new Reply.LoggedOut(Sessions.profile(DemoUsers.MESSI)));

    assertThat(rules.ask(new Command.Users(first), caller))
        .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    assertThat(rules.ask(new Command.Users(second), caller)).isInstanceOf(Reply.Users.class);
    assertThat(rules.online()).containsExactly("messi");
  }

  @Test
  void logsOutOnceWhereTwoAskAtOnce() {
    var token = rules.login("messi", caller);
    rules.store.hold("removeSession");
    var first = rules.begin(new Command.Logout(token), caller);
    var second = rules.begin(new Command.Logout(token), new Caller(FakeConnection.PEER));

    rules.store.release();
    rules.store.release();

    assertThat(first.join()).isInstanceOf(Reply.LoggedOut.class);
    assertThat(second.join()).isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    assertThat(rules.online()).isEmpty();
  }
}
