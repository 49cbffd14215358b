package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import kabar.domain.RegistrationRules.Policy;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationsTest {
  private static final Reply NOT_INVITED =
      new Reply.Refused(
          Reason.NOT_ALLOWED, "an invite is needed that has neither expired nor been used");

  private final Caller caller = new Caller(FakeConnection.peerAt("192.0.2.7"));

  @Nested
  class OnAnEmptyServer {

    @ParameterizedTest
    @EnumSource
    void theFirstAccountNeedsTheOwnerCodeWhateverThePolicy(Policy policy) {
      var rules = Rules.empty(policy);
      var code = ownerCode(rules);

      assertThat(register(rules, "messi", "")).isEqualTo(NOT_INVITED);
      assertThat(register(rules, "messi", "7K3QF-0XH21-9WZ4B-C8RTN")).isEqualTo(NOT_INVITED);
      assertThat(register(rules, "messi", code)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void theOwnerCodeAdmitsOneHoweverManyTryAtOnce() {
      var rules = Rules.empty(Policy.INVITE);
      var code = ownerCode(rules);
      rules.hasher.hold();
      var replies = new ArrayList<CompletableFuture<Reply>>();
      for (var user : new String[] {"messi", "henderson", "lineker"}) {
        replies.add(begin(rules, user, code));
      }

      rules.hasher.release();

      assertThat(replies.stream().map(CompletableFuture::join))
          .filteredOn(reply -> reply instanceof Reply.LoggedIn)
          .hasSize(1);
    }

    @Test
    void anOwnerCodeOfAnEarlierStartIsOfNoUse() {
      var rules = Rules.empty(Policy.INVITE);
      var old = ownerCode(rules);
      var code = ownerCode(rules);

      assertThat(register(rules, "messi", old)).isEqualTo(NOT_INVITED);
      assertThat(register(rules, "messi", code)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void theOwnerCodeIsOfNoUseOnceTheOperatorHasMadeAnAccount() {
      var rules = Rules.empty(Policy.INVITE);
      var code = ownerCode(rules);
      Rules.now(rules.administration().addAccount(wanted("messi")));

      assertThat(register(rules, "henderson", code)).isEqualTo(NOT_INVITED);
      assertThat(Rules.now(rules.store.invites())).isEmpty();
    }
  }

  @Test
  void thereIsNoOwnerCodeWhereThereAreAccounts() {
    assertThat(Rules.now(Rules.ofDemo().chat.admissions().openServer())).isEmpty();
  }

  @Nested
  class WithInvites {
    private final Rules rules = withOwner(Policy.INVITE);
    private final String invite = Rules.now(rules.administration().invite("for leo")).code();

    @Test
    void makesAnAccountAndLogsIn() {
      var reply = register(rules, "messi", invite);

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.LoggedIn.class,
              loggedIn ->
                  assertThat(loggedIn.profile())
                      .isEqualTo(new Profile("messi", "Lionel Messi", "")));
      assertThat(rules.login("messi", caller)).isNotEmpty();
    }

    @Test
    void keepsNoCodeButItsHash() {
      assertThat(Rules.now(rules.administration().invites()))
          .hasSize(1)
          .allSatisfy(it -> assertThat(it.toString()).doesNotContain(invite));
    }

    @Test
    void admitsOneForEach() {
      register(rules, "messi", invite);

      assertThat(register(rules, "henderson", invite)).isEqualTo(NOT_INVITED);
    }

    @Test
    void doesNotUseAnInviteUpWhereTheNameIsTaken() {
      assertThat(register(rules, "owner", invite))
          .isEqualTo(Reply.Refused.because(Reason.NAME_TAKEN));
      assertThat(register(rules, "messi", invite)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void doesNotTellWhichNamesAreTakenWithoutOne() {
      assertThat(register(rules, "owner", "nope")).isEqualTo(NOT_INVITED);
    }

    @Test
    void refusesAnExpiredOne() {
      rules.clock.advance(Duration.ofDays(7));

      assertThat(register(rules, "messi", invite)).isEqualTo(NOT_INVITED);
    }

    @Test
    void refusesOneThatWasTakenBack() {
      var kept = Rules.now(rules.administration().invites()).getFirst();
      assertThat(Rules.now(rules.administration().revokeInvite(kept.code()))).isTrue();

      assertThat(register(rules, "messi", invite)).isEqualTo(NOT_INVITED);
    }

    @Test
    void asksTheHasherForNobodyWhoMayNot() {
      int asked = rules.hasher.count();

      register(rules, "messi", "nope");

      assertThat(rules.hasher.count()).isEqualTo(asked);
    }
  }

  @Nested
  class WithOtherPolicies {

    @Test
    void anybodyIsAdmittedWhereItIsOpen() {
      assertThat(register(withOwner(Policy.OPEN), "messi", "")).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void nobodyIsAdmittedWhereItIsClosed() {
      var rules = withOwner(Policy.CLOSED);
      var invite = Rules.now(rules.administration().invite("")).code();

      assertThat(register(rules, "messi", invite))
          .isEqualTo(
              new Reply.Refused(Reason.NOT_ALLOWED, "only the operator makes accounts here"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Messi, Lionel Messi, surabaya, a user name is 1 to 32 of",
    "messi, Messi [admin], surabaya, a display name is 1 to 64 characters",
    "messi, Lionel Messi, pendek, a password has 8 to 256 characters",
  })
  void refusesWhatBreaksARuleAndTellsTheRule(
      String user, String displayName, String password, String rule) {
    var wanted = new NewAccount(user, displayName, "", password);

    var reply =
        Rules.now(
            withOwner(Policy.OPEN)
                .chat
                .registrations()
                .register(new Registration(wanted, "", ""), caller));

    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.INVALID_PARAMETER);
              assertThat(refused.detail()).startsWith(rule);
            });
  }

  @Test
  void takesTenAnHourFromAnAddress() {
    var rules = withOwner(Policy.OPEN);
    for (int i = 1; i < 10; i++) {
      assertThat(register(rules, "user" + i, "")).isInstanceOf(Reply.LoggedIn.class);
    }

    rules.clock.advance(Duration.ofMinutes(20));
    assertThat(register(rules, "messi", ""))
        .isEqualTo(Reply.Refused.tooFast(Duration.ofMinutes(40)));
    assertThat(rules.hits.count(Limit.REGISTRATIONS)).isEqualTo(1);

    rules.clock.advance(Duration.ofMinutes(40));
    assertThat(register(rules, "messi", "")).isInstanceOf(Reply.LoggedIn.class);
  }

  /// With one account, `owner`, whose making was the first attempt of the hour.
  private Rules withOwner(Policy policy) {
    var rules = Rules.empty(policy);
    assertThat(register(rules, "owner", ownerCode(rules))).isInstanceOf(Reply.LoggedIn.class);
    return rules;
  }

  private static String ownerCode(Rules rules) {
    return Rules.now(rules.chat.admissions().openServer()).orElseThrow().code();
  }

  private Reply register(Rules rules, String user, String code) {
    return Rules.now(begin(rules, user, code));
  }

  private CompletableFuture<Reply> begin(Rules rules, String user, String code) {
    return rules
        .chat
        .registrations()
        .register(new Registration(wanted(user), code, ""), caller)
        .toCompletableFuture();
  }

  private static NewAccount wanted(String user) {
    return new NewAccount(user, "Lionel Messi", "", DemoUsers.PASSWORD);
  }
}
