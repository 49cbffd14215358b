package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Connections that are bound to sessions, and several of them.
@ParameterizedClass
@EnumSource(StreamTransport.class)
class RpcSessionsTest extends RpcDialect {
  private final RpcServer server = demo();
  private final RpcPeer first = connect(server);
  private final RpcPeer second = connect(server);

  RpcSessionsTest(StreamTransport transport) {
    super(transport);
  }

  @Test
  void areNeededForAllThatIsPrivate() {
    assertThat(first.ask(new Command.ListSessions())).isEqualTo(LOGIN_REQUIRED);
    assertThat(first.ask(send("hey", ""))).isEqualTo(LOGIN_REQUIRED);
  }

  @Test
  void beginWithALoginAndGoOnOnAnotherConnection() {
    var token = login(first, "messi");
    first.close();

    assertThat(second.ask(new Command.Resume(token))).isInstanceOf(Reply.Resumed.class);

    assertThat(second.ask(send("hey", ""))).isInstanceOf(Reply.Sent.class);
  }

  @Test
  void endWithTheLogoutAndTheConnectionStays() {
    var token = login(first, "messi");

    first.ask(new Command.Logout(""));

    assertThat(first.ask(send("hey", ""))).isEqualTo(LOGIN_REQUIRED);
    assertThat(second.ask(new Command.Resume(token))).isEqualTo(LOGIN_REQUIRED);
    login(first, "henderson");
  }

  @Test
  void endEverywhereAtOnce() {
    login(first, "messi");
    login(second, "messi");

    first.ask(new Command.Logout("", true));

    assertThat(first.ask(new Command.ListSessions())).isEqualTo(LOGIN_REQUIRED);
    assertThat(second.ask(new Command.ListSessions())).isEqualTo(LOGIN_REQUIRED);
  }

  @Test
  void areListedByTheirDevicesAndRevokedFromEachOther() {
    first.ask(new Command.Login("messi", DemoUsers.PASSWORD, "laptop"));
    second.ask(new Command.Login("messi", DemoUsers.PASSWORD, "phone"));
    var devices = devices(first);

    assertThat(devices)
        .extracting(Reply.Device::device, Reply.Device::transport, Reply.Device::isCurrent)
        .containsExactly(
            tuple("laptop", transport.provider().name(), true),
            tuple("phone", transport.provider().name(), false));
    assertThat(first.ask(new Command.Revoke(devices.getLast().session())))
        .isEqualTo(new Reply.Done());

    assertThat(second.ask(new Command.ListSessions())).isEqualTo(LOGIN_REQUIRED);
    assertThat(devices(first)).hasSize(1);
  }

  @Test
  void endWithANewPasswordButForTheOneThatSetIt() {
    login(first, "messi");
    login(second, "messi");

    var changed = first.ask(new Command.ChangePassword(DemoUsers.PASSWORD, "rahasia-baru"));

    assertThat(changed).isEqualTo(new Reply.Done());
    assertThat(devices(first)).hasSize(1);
    assertThat(second.ask(new Command.ListSessions())).isEqualTo(LOGIN_REQUIRED);
    assertThat(second.ask(new Command.Login("messi", DemoUsers.PASSWORD)))
        .isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
    assertThat(second.ask(new Command.Login("messi", "rahasia-baru")))
        .isInstanceOf(Reply.LoggedIn.class);
  }

  @Test
  void haveDevicesWithNamesThatFitALine() {
    assertThat(first.ask(new Command.Login("messi", DemoUsers.PASSWORD, "a\nb")))
        .isInstanceOfSatisfying(
            Reply.Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.INVALID_PARAMETER));
    assertThat(first.ask(new Command.ListSessions())).isEqualTo(LOGIN_REQUIRED);
  }

  @Nested
  class Logins {

    @Test
    void tellNobodyWhichHalfWasWrong() throws IOException {
      var peer = demo().connect();

      var wrongPassword = peer.ask(new Command.Login("messi", "bandung"));
      var wrongUser = peer.ask(new Command.Login("neymar", DemoUsers.PASSWORD));

      assertThat(wrongPassword)
          .isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS))
          .isEqualTo(wrongUser);
    }

    @Test
    void areNotForDisabledAccounts() throws IOException {
      var server = demo();
      Rules.now(server.administration().disable("messi"));

      assertThat(server.connect().ask(new Command.Login("messi", DemoUsers.PASSWORD)))
          .isEqualTo(Reply.Refused.because(Reason.NOT_ALLOWED));
    }

    @Test
    void waitAfterTooManyWrongPasswords() throws IOException {
      var server = demo();
      var peer = server.connect();
      for (int i = 0; i < 5; i++) {
        peer.ask(new Command.Login("messi", "bandung"));
      }

      assertThat(retryAfter(peer.ask(new Command.Login("messi", DemoUsers.PASSWORD))))
          .isEqualTo(Duration.ofMinutes(1));

      server.clockwork().advance(Duration.ofMinutes(1));
      login(peer, "messi");
    }
  }
}
