package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import kabar.domain.RegistrationRules.Policy;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Connections of a live dialect, which are bound to a session.
class BoundSessionsTest {
  private static final Reply LOGIN_REQUIRED = Reply.Refused.because(Reason.LOGIN_REQUIRED);
  private static final Command SEND = new Command.Send("", "henderson", "hey", "");

  private final Rules rules = Rules.ofDemo();
  private final Caller caller = Live.caller();
  private final Caller another = Live.caller();

  static Stream<Command> privateCommands() {
    return Stream.of(
        SEND,
        new Command.Logout(""),
        new Command.ChangePassword(DemoUsers.PASSWORD, "rahasia-baru"),
        new Command.ListSessions(),
        new Command.Revoke("0123456789abcdef0123456789abcdef"),
        new Command.ListConversations(10, ""),
        new Command.History("henderson", new Command.Range.Newest(), 10),
        new Command.Read("henderson", "1"),
        new Command.ListUsers(false, "", 10, ""),
        new Command.SetPresence(Availability.AWAY, ""),
        new Command.Typing("henderson"),
        new Command.Subscribe(""));
  }

  @ParameterizedTest
  @MethodSource("privateCommands")
  void areAskedToLogInBeforeAnythingPrivate(Command command) {
    assertThat(rules.ask(command, caller)).isEqualTo(LOGIN_REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("privateCommands")
  void areAskedToLogInAgainOnceTheirSessionHasEnded(Command command) {
    var token = rules.login("messi", caller);
    rules.ask(new Command.Logout(token), new Caller(FakeConnection.PEER));

    assertThat(rules.ask(command, caller)).isEqualTo(LOGIN_REQUIRED);
  }

  @Nested
  class Begin {

    @Test
    void withALogin() {
      rules.login("messi", caller);

      assertThat(rules.ask(SEND, caller)).isInstanceOf(Reply.Sent.class);
      assertThat(caller.bound()).get().extracting(Session::user).isEqualTo("messi");
    }

    @Test
    void withARegistration() {
      var empty = Rules.empty(Policy.CLOSED);
      var code = Rules.now(empty.chat.admissions().openServer()).orElseThrow().code();

      var reply =
          empty.ask(new Command.Register("pele", DemoUsers.PASSWORD, "Pelé", code, "desk"), caller);

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.LoggedIn.class, it -> assertThat(it.profile().displayName()).isEqualTo("Pelé"));
      assertThat(empty.ask(new Command.ListSessions(), caller))
          .isInstanceOfSatisfying(
              Reply.Sessions.class,
              it -> assertThat(it.devices()).extracting(Reply.Device::device).containsOnly("desk"));
    }

    @Test
    void withTheTokenOfALoginElsewhere() {
      var token = rules.login("messi", new Caller(FakeConnection.PEER));

      assertThat(rules.ask(new Command.Resume(token), caller))
          .isEqualTo(
              new Reply.Resumed(
                  Sessions.profile(DemoUsers.MESSI), rules.store.cursor().toString()));
      assertThat(rules.ask(SEND, caller)).isInstanceOf(Reply.Sent.class);
    }

    @Test
    void withTheTokenOfALoginBeforeARestart() {
      var token = rules.login("messi", caller);
      var restarted = rules.restarted();

      assertThat(restarted.ask(new Command.Resume(token), another))
          .isInstanceOf(Reply.Resumed.class);
      assertThat(restarted.ask(SEND, another)).isInstanceOf(Reply.Sent.class);
    }

    @Test
    void withNoTokenThatNobodyHas() {
      rules.login("messi", caller);

      assertThat(rules.ask(new Command.Resume("nope"), caller)).isEqualTo(LOGIN_REQUIRED);
      assertThat(rules.ask(new Command.Resume(""), another)).isEqualTo(LOGIN_REQUIRED);

      assertThat(rules.ask(SEND, caller)).isInstanceOf(Reply.Sent.class);
      assertThat(rules.ask(SEND, another)).isEqualTo(LOGIN_REQUIRED);
    }

    @Test
    void neverWhereTheDialectIsText() {
      var text = new Caller(FakeConnection.PEER);
      var token = rules.login("messi", text);
      rules.ask(new Command.Resume(token), text);

      assertThat(text.bound()).isEmpty();
      assertThat(rules.ask(SEND, text)).isEqualTo(LOGIN_REQUIRED);
    }

    @Test
    void notWithALoginThatIsRefused() {
      rules.ask(new Command.Login("messi", "bandung"), caller);
      rules.ask(new Command.Login("messi", DemoUsers.PASSWORD, "two\nlines"), caller);

      assertThat(rules.ask(SEND, caller)).isEqualTo(LOGIN_REQUIRED);
    }
  }

  @Nested
  class Change {

    @Test
    void withASecondLogin() {
      var first = rules.login("messi", caller);
      rules.login("henderson", caller);

      assertThat(rules.ask(new Command.Send("", "messi", "hey", ""), caller))
          .isInstanceOf(Reply.Sent.class);
      assertThat(rules.texts(first, new Caller(FakeConnection.PEER))).containsExactly("hey");
    }

    @Test
    void notWithASecondLoginThatIsRefused() {
      rules.login("messi", caller);

      rules.ask(new Command.Login("henderson", "bandung"), caller);

      assertThat(rules.ask(SEND, caller)).isInstanceOf(Reply.Sent.class);
    }
  }

  @Nested
  class End {

    @Test
    void withTheLogout() {
      rules.login("messi", caller);

      assertThat(rules.ask(new Command.Logout(""), caller))
          .isEqualTo(new Reply.LoggedOut(Sessions.profile(DemoUsers.MESSI)));

      assertThat(caller.bound()).isEmpty();
      assertThat(rules.ask(SEND, caller)).isEqualTo(LOGIN_REQUIRED);
    }

    @Test
    void withALogoutEverywhere() {
      rules.login("messi", caller);
      rules.login("messi", another);
      var henderson = Live.caller();
      rules.login("henderson", henderson);

      assertThat(rules.ask(new Command.Logout("", true), caller))
          .isInstanceOf(Reply.LoggedOut.class);

      assertThat(rules.ask(SEND, caller)).isEqualTo(LOGIN_REQUIRED);
      assertThat(rules.ask(SEND, another)).isEqualTo(LOGIN_REQUIRED);
      assertThat(rules.ask(SEND, henderson)).isInstanceOf(Reply.Sent.class);
    }

    @Test
    void withAChangeOfThePasswordElsewhere() {
      rules.login("messi", caller);
      rules.login("messi", another);

      var changed =
          rules.ask(new Command.ChangePassword(DemoUsers.PASSWORD, "rahasia-baru"), another);

      assertThat(changed).isEqualTo(new Reply.Done());
      assertThat(rules.ask(SEND, caller)).isEqualTo(LOGIN_REQUIRED);
      assertThat(rules.ask(SEND, another)).isInstanceOf(Reply.Sent.class);
    }

    @Test
    void whenTheSessionIsOver() {
      rules.login("messi", caller);

      rules.clock.advance(Duration.ofDays(30));

      assertThat(rules.ask(SEND, caller)).isEqualTo(LOGIN_REQUIRED);
      assertThat(rules.online()).isEmpty();
    }

    @Test
    void andTheConnectionMayBeginAnew() {
      rules.login("messi", caller);
      rules.ask(new Command.Logout(""), caller);

      rules.login("henderson", caller);

      assertThat(rules.ask(SEND, caller)).isInstanceOf(Reply.Sent.class);
    }
  }
}
