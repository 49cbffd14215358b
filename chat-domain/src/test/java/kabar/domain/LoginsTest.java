package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
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

  @Nested
  class WrongPasswords {

    @Test
    void makeAnAccountWaitAfterFiveWithinAMinuteWhoeverTries() {
      guess(5);
      int hashed = rules.hasher.count();

      assertThat(rules.ask(RIGHT, from("198.51.100.7")))
          .isEqualTo(Reply.Refused.tooFast(Duration.ofMinutes(1)));
      assertThat(rules.hasher.count()).isEqualTo(hashed);
      assertThat(rules.hits.count(Limit.WRONG_PASSWORDS_PER_ACCOUNT)).isEqualTo(1);
    }

    @Test
    void costAWaitThatDoublesEachTime() {
      guess(5);
      rules.clock.advance(Duration.ofMinutes(1));
      guess(5);

      assertThat(rules.ask(RIGHT, caller)).isEqualTo(Reply.Refused.tooFast(Duration.ofMinutes(2)));
    }

    @Test
    void areForgottenAfterARightOne() {
      guess(4);
      rules.login("messi", caller);
      guess(4);

      rules.login("messi", caller);
    }

    @Test
    void countForUsersWhoDoNotExistAsForThoseWhoDo() {
      for (int i = 0; i < 5; i++) {
        rules.ask(UNKNOWN, caller);
      }

      assertThat(rules.ask(UNKNOWN, caller))
          .isEqualTo(Reply.Refused.tooFast(Duration.ofMinutes(1)));
    }

    @Test
    void makeAnAddressWaitAfterTwentyWhoeverIsTried() {
      for (int i = 0; i < 20; i++) {
        rules.ask(new Command.Login("user" + i, "bandung"), from("2001:db8::" + i));
      }

      assertThat(rules.ask(RIGHT, from("2001:db8::ffff")))
          .isEqualTo(Reply.Refused.tooFast(Duration.ofMinutes(10)));
      assertThat(rules.ask(RIGHT, from("2001:db8:0:1::1"))).isInstanceOf(Reply.LoggedIn.class);
      assertThat(rules.hits.count(Limit.WRONG_PASSWORDS_PER_ADDRESS)).isEqualTo(1);
    }

    @Test
    void doNotMakeAnExemptAddressWait() {
      for (int i = 0; i < 20; i++) {
        rules.ask(new Command.Login("user" + i, "bandung"), from("127.0.0.1"));
      }

      assertThat(rules.ask(RIGHT, from("127.0.0.1"))).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void areCheckedNoFasterWhereManyAreTriedAtOnce() {
      rules.hasher.hold();
      var replies = new ArrayList<CompletableFuture<Reply>>();
      for (int i = 0; i < 30; i++) {
        replies.add(rules.begin(WRONG, from("127.0.0.1")));
      }

      rules.hasher.release();

      assertThat(replies).allMatch(CompletableFuture::isDone);
      assertThat(rules.hasher.count()).isEqualTo(5);
    }

    @Test
    void doNotCountWhereTheHasherHasNoTime() {
      for (int i = 0; i < 10; i++) {
        rules.hasher.failNext();
        assertThat(rules.begin(WRONG, caller)).isCompletedExceptionally();
      }

      rules.login("messi", caller);
    }

    private void guess(int times) {
      for (int i = 0; i < times; i++) {
        assertThat(rules.ask(WRONG, caller))
            .isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
      }
    }
  }

  @Test
  void letsManyLogInAtOnceWithTheRightPassword() {
    rules.hasher.hold();
    var replies = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < 60; i++) {
      replies.add(rules.begin(RIGHT, from("127.0.0.1")));
    }

    rules.hasher.release();

    assertThat(replies).allSatisfy(it -> assertThat(it.join()).isInstanceOf(Reply.LoggedIn.class));
  }

  @Test
  void hashesAPasswordAnewWhereTheParametersHaveChanged() {
    var account = DemoUsers.MESSI;
    var old = FakeHasher.oldHashOf(DemoUsers.PASSWORD);
    Rules.now(rules.store.replacePassword("messi", account.passwordHash(), old));

    rules.login("messi", caller);

    assertThat(hashOfMessi()).isEqualTo(FakeHasher.hashOf(DemoUsers.PASSWORD));
    rules.login("messi", caller);
  }

  @Test
  void tellsOfADisabledAccountOnlyWhoKnowsThePassword() {
    Rules.now(rules.store.setDisabled("messi", true));

    assertThat(rules.ask(WRONG, caller)).isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
    assertThat(rules.ask(RIGHT, caller)).isEqualTo(Reply.Refused.because(Reason.NOT_ALLOWED));
  }

  @Test
  void knowsADeletedUserNoMoreThanOneWhoNeverWas() {
    Rules.now(rules.store.deleteAccount("messi"));

    assertThat(rules.ask(RIGHT, caller)).isEqualTo(Reply.Refused.because(Reason.UNKNOWN_USER));
  }

  @Test
  void checksAgainWhereThePasswordChangesWhileItIsChecked() {
    rules.hasher.hold();
    var reply = rules.begin(RIGHT, caller);
    var another = FakeHasher.hashOf("rahasia-lain");
    Rules.now(rules.store.replacePassword("messi", hashOfMessi(), another));

    rules.hasher.release();

    assertThat(reply.join()).isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
    assertThat(Rules.now(rules.store.sessions("messi"))).isEmpty();
  }

  @Test
  void endsTheSessionThatHasBeenIdleLongestWhereThereAreTooMany() {
    var first = rules.login("messi", caller);
    rules.clock.advance(Duration.ofMinutes(1));
    for (int i = 1; i < 64; i++) {
      rules.login("messi", caller);
    }
    assertThat(rules.ask(new Command.Users(first), caller)).isInstanceOf(Reply.Users.class);

    rules.login("messi", caller);

    assertThat(rules.ask(new Command.Users(first), caller))
        .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    assertThat(Rules.now(rules.store.sessions("messi"))).hasSize(64);
    assertThat(rules.hits.count(Limit.SESSIONS)).isEqualTo(1);
  }

  @Nested
  class PasswordChanges {
    private final String token = rules.login("messi", caller);

    @Test
    void endTheOtherSessionsOfTheUser() {
      var other = rules.login("messi", caller);

      assertThat(change(DemoUsers.PASSWORD, "rahasia-baru")).isEqualTo(new Reply.Done());

      assertThat(rules.ask(new Command.Users(token), caller)).isInstanceOf(Reply.Users.class);
      assertThat(rules.ask(new Command.Users(other), caller))
          .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
      assertThat(rules.ask(RIGHT, caller)).isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
      assertThat(rules.ask(new Command.Login("messi", "rahasia-baru"), caller))
          .isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void needTheOldPassword() {
      assertThat(change("bandung", "rahasia-baru"))
          .isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
    }

    @Test
    void keepToTheRule() {
      assertThat(change(DemoUsers.PASSWORD, "pendek"))
          .isEqualTo(
              new Reply.Refused(Reason.INVALID_PARAMETER, "a password has 8 to 256 characters"));
    }

    private Reply change(String old, String wanted) {
      return Rules.now(
          rules
              .chat
              .logins()
              .changePassword(
                  new Logins.PasswordChange(old, wanted), rules.session(token), caller));
    }
  }

  private String hashOfMessi() {
    return Rules.now(rules.store.account("messi")).orElseThrow().passwordHash();
  }

  private static Caller from(String address) {
    return new Caller(FakeConnection.peerAt(address));
  }
}
