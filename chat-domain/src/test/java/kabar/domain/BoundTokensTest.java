package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kabar.api.transport.Peer;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens that went to an address that nobody had proven.
class BoundTokensTest {
  private static final String HERE = "192.0.2.7";
  private static final String THERE = "198.51.100.9";
  private static final Reply DEAD = Reply.Refused.because(Reason.LOGIN_REQUIRED);

  private final Rules rules = Rules.ofDemo();
  private final String messi = rules.login("messi", unproven(HERE));

  @Test
  void areGoodAtThatAddressOverAnyConnection() {
    assertThat(rules.ask(users(), unproven(HERE))).isInstanceOf(Reply.Users.class);
    assertThat(rules.ask(users(), proven(HERE))).isInstanceOf(Reply.Users.class);
    assertThat(rules.ask(new Command.Resume(messi), Live.caller(HERE)))
        .isInstanceOf(Reply.Resumed.class);
  }

  @Test
  void areDeadAtAnyOtherOverAnyConnection() {
    assertThat(rules.ask(users(), unproven(THERE))).isEqualTo(DEAD);
    assertThat(rules.ask(users(), proven(THERE))).isEqualTo(DEAD);
    assertThat(rules.ask(users(), new Caller(FakeConnection.PEER))).isEqualTo(DEAD);
    assertThat(rules.ask(new Command.Resume(messi), Live.caller(THERE))).isEqualTo(DEAD);
    assertThat(rules.ask(new Command.Logout(messi), proven(THERE))).isEqualTo(DEAD);
    assertThat(rules.ask(new Command.Send(messi, "pele", "hey", ""), proven(THERE)))
        .isEqualTo(DEAD);
    assertThat(rules.ask(users(), proven(HERE))).isInstanceOf(Reply.Users.class);
  }

  @Test
  void areBoundAfterARestart() {
    var restarted = rules.restarted();

    assertThat(restarted.ask(users(), unproven(THERE))).isEqualTo(DEAD);
    assertThat(restarted.ask(users(), proven(THERE))).isEqualTo(DEAD);
    assertThat(restarted.ask(users(), unproven(HERE))).isInstanceOf(Reply.Users.class);
  }

  @Test
  void doNotComeToLifeByBeingTriedElsewhere() {
    rules.clock.advance(Rules.PRESENCE_WINDOW);

    rules.ask(users(), proven(THERE));

    assertThat(rules.online()).isEmpty();
  }

  @Test
  void areNoneWhereTheAddressWasProven() {
    var henderson = rules.login("henderson", proven(HERE));

    assertThat(rules.ask(new Command.Users(henderson), unproven(THERE)))
        .isInstanceOf(Reply.Users.class);
    assertThat(rules.ask(new Command.Users(henderson), proven(THERE)))
        .isInstanceOf(Reply.Users.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::7, 2001:db8:0:0::7, true",
    "2001:db8::7, 2001:db8::8, false",
    "192.0.2.7, ::ffff:192.0.2.7, true",
    "::1, 127.0.0.1, false",
  })
  void areBoundToOneAddressHoweverItIsWritten(String one, String other, boolean isSame)
      throws UnknownHostException {
    var token = rules.login("messi", caller(one, false));

    var reply = rules.ask(new Command.Users(token), caller(other, true));

    assertThat(reply instanceof Reply.Users).isEqualTo(isSame);
  }

  @Test
  void areTakenForDeadOnTheWireToo() throws IOException {
    try (var server = DemoServer.startLoopback(Map.of());
        var wire = server.connect()) {
      var token = new Asker(server, HERE).login("messi");

      assertThat(new Asker(server, HERE).ask("users " + token)).contains("messi [Lionel Messi]");
      assertThat(new Asker(server, THERE).ask("users " + token)).isEqualTo(Asker.NO_SESSION);
      wire.send(("users " + token + "\n").getBytes(StandardCharsets.UTF_8));
      assertThat(wire.receive() + "\r\n\r\n").isEqualTo(Asker.NO_SESSION);
    }
  }

  private Command users() {
    return new Command.Users(messi);
  }

  private static Caller proven(String address) {
    return new Caller(FakeConnection.peerAt(address));
  }

  private static Caller unproven(String address) {
    var caller = new Caller(FakeConnection.unprovenAt(address));
    caller.leave();
    return caller;
  }

  /// A caller at an address as it is written, which an IPv4 address in IPv6 stays.
  private static Caller caller(String address, boolean isProven) throws UnknownHostException {
    var bytes = InetAddress.ofLiteral(address).getAddress();
    InetAddress ip = InetAddress.ofLiteral(address);
    if (address.startsWith("::ffff:")) {
      var mapped = new byte[16];
      mapped[10] = (byte) 0xff;
      mapped[11] = (byte) 0xff;
      System.arraycopy(bytes, 0, mapped, 12, 4);
      ip = Inet6Address.getByAddress("", mapped, 1);
      assertThat(ip.getHostAddress()).contains(":");
    }
    return new Caller(new Peer(new InetSocketAddress(ip, 7), "fake", false, isProven, ""));
  }
}
