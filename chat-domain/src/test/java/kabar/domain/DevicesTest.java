package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private final Rules rules = Rules.ofDemo();
  private final Caller laptop = Live.caller();
  private final Caller phone = Live.caller();
  private final Instant begin = rules.clock.instant();

  DevicesTest() {
    login("messi", "laptop", laptop);
    rules.clock.advance(Duration.ofMinutes(1));
    login("messi", "phone", phone);
    login("henderson", "desk", Live.caller());
  }

  @Test
  void areListedInTheOrderOfTheirLoginsAndNobodyElses() {
    assertThat(list(laptop))
        .extracting(Reply.Device::device, Reply.Device::createdAt, Reply.Device::isCurrent)
        .containsExactly(
            tuple("laptop", begin, true), tuple("phone", begin.plusSeconds(60), false));
    assertThat(list(phone)).extracting(Reply.Device::isCurrent).containsExactly(false, true);
  }

  @Test
  void tellWhenAndFromWhereTheyWereUsedLast() {
    var elsewhere = Live.caller("192.0.2.7");
    var token = rules.login("messi", elsewhere);
    rules.clock.advance(Duration.ofSeconds(7));
    rules.ask(new Command.Resume(token), Live.caller("198.51.100.9"));

    var device = list(laptop).getLast();

    assertThat(device.address()).isEqualTo("198.51.100.9");
    assertThat(device.transport()).isEqualTo("fake");
    assertThat(device.lastSeenAt()).isEqualTo(begin.plusSeconds(67));
  }

  @Test
  void tellWhatTheStoreKnowsWhereTheyWereNotUsedSinceTheStart() {
    var restarted = rules.restarted();
    var token = rules.login("messi", laptop);
    var caller = Live.caller();
    restarted.ask(new Command.Resume(token), caller);

    assertThat(((Reply.Sessions) restarted.ask(new Command.ListSessions(), caller)).devices())
        .extracting(Reply.Device::device, Reply.Device::lastSeenAt)
        .contains(tuple("laptop", begin), tuple("phone", begin.plusSeconds(60)));
  }

  @Test
  void areLeftOutOnceTheyAreOver() {
    rules.clock.advance(Duration.ofDays(29));
    rules.ask(new Command.ListSessions(), phone);
    rules.clock.advance(Duration.ofDays(1));

    assertThat(list(phone)).extracting(Reply.Device::device).containsExactly("phone");
  }

  @Test
  void haveIdsThatAreNoTokens() {
    for (var device : list(laptop)) {
      assertThat(device.session()).matches("[0-9a-f]{32}");
      assertThat(rules.ask(new Command.Resume(device.session()), Live.caller()))
          .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    }
  }

  @Test
  void areEndedOneByOne() {
    var id = list(laptop).getLast().session();

    assertThat(rules.ask(new Command.Revoke(id), laptop)).isEqualTo(new Reply.Done());

    assertThat(list(laptop)).extracting(Reply.Device::device).containsExactly("laptop");
    assertThat(rules.ask(new Command.ListSessions(), phone))
        .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
  }

  @Test
  void mayEndThemselves() {
    var id = list(laptop).getFirst().session();

    assertThat(rules.ask(new Command.Revoke(id), laptop)).isEqualTo(new Reply.Done());

    assertThat(rules.ask(new Command.ListSessions(), laptop))
        .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    assertThat(list(phone)).hasSize(1);
  }

  @Test
  void endNobodyElses() {
    var henderson = Live.caller();
    rules.login("henderson", henderson);
    var id = list(laptop).getFirst().session();

    assertThat(rules.ask(new Command.Revoke(id), henderson)).isEqualTo(noSuch(id));

    assertThat(list(laptop)).hasSize(2);
  }

  @Test
  void endNoneThatDoesNotExist() {
    assertThat(rules.ask(new Command.Revoke("nope"), laptop)).isEqualTo(noSuch("nope"));
  }

  private static Reply noSuch(String id) {
    return new Reply.Refused(
        Reason.INVALID_PARAMETER,
        "session: cannot use '%s' (expected the id of one of your sessions)".formatted(id));
  }

  private List<Reply.Device> list(Caller caller) {
    return ((Reply.Sessions) rules.ask(new Command.ListSessions(), caller)).devices();
  }

  private void login(String user, String device, Caller caller) {
    assertThat(rules.ask(new Command.Login(user, DemoUsers.PASSWORD, device), caller))
        .isInstanceOf(Reply.LoggedIn.class);
  }
}
