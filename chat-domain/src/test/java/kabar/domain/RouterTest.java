package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class RouterTest {
  private final Rules rules = Rules.ofDemo();
  private final Caller caller = new Caller(FakeConnection.PEER);
  private final Caller another = new Caller(FakeConnection.PEER);

  static Stream<Command> privateCommands() {
    var token = "00000000-0000-0000-0000-000000000000";
    return Stream.of(
        new Command.Send(token, "messi", "hey", ""),
        new Command.Inbox(token),
        new Command.Users(token),
        new Command.Online(token),
        new Command.Logout(token));
  }

  @ParameterizedTest
  @MethodSource("privateCommands")
  void refusesPrivateCommandsWithoutASession(Command command) {
    assertThat(rules.ask(command, caller)).isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    assertThat(rules.online()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Reason.class, mode = Mode.EXCLUDE, names = "TOO_FAST")
  void refusesWhatTheDialectCouldNotRead(Reason reason) {
    assertThat(rules.ask(new Command.Malformed("unknown", reason), caller))
        .isEqualTo(Reply.Refused.because(reason));
  }

  @Test
  void listsEverybodyOnlineAndWithoutTheOneWhoAsks() {
    var messi = rules.login("messi", caller);
    rules.login("henderson", another);
    var profiles =
        List.of(Sessions.profile(DemoUsers.MESSI), Sessions.profile(DemoUsers.HENDERSON));

    assertThat(rules.ask(new Command.Users(messi), caller)).isEqualTo(new Reply.Users(profiles));
    assertThat(rules.ask(new Command.Online(messi), caller))
        .isEqualTo(new Reply.Online(profiles.subList(1, 2)));
  }

  @Test
  void takesATokenFromAnyConnection() {
    var token = rules.login("messi", caller);

    assertThat(rules.ask(new Command.Inbox(token), another)).isInstanceOf(Reply.Inbox.class);
  }

  @Test
  void keepsAUserOnlineAsLongAsTheLastConnectionThatUsedTheToken() {
    var token = rules.login("messi", caller);
    rules.ask(new Command.Send(token, "messi", "hey", ""), another);
    rules.leave(caller);
    rules.clock.advance(Rules.PRESENCE_WINDOW);
    assertThat(rules.online()).containsExactly("messi");

    rules.leave(another);
    assertThat(rules.online()).isEmpty();
  }

  @Test
  void hasNobodyOnlineAfterAStartUntilTheirTokensAreUsed() {
    var token = rules.login("messi", caller);

    var restarted = rules.restarted();
    assertThat(restarted.online()).isEmpty();

    assertThat(restarted.ask(new Command.Inbox(token), caller)).isInstanceOf(Reply.Inbox.class);
    assertThat(restarted.online()).containsExactly("messi");
  }

  @Test
  void bringsNobodyBackOnlineWhoLoggedOutWhileACommandWasUnderWay() {
    var token = rules.login("messi", caller);
    var restarted = rules.restarted();
    rules.store.hold("account");
    var slow = restarted.begin(new Command.Inbox(token), caller);
    rules.store.holdNothing();
    restarted.ask(new Command.Logout(token), another);

    rules.store.release();

    assertThat(slow.join()).isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    assertThat(restarted.online()).isEmpty();
  }
}
