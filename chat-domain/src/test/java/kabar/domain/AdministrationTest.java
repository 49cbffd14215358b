package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import kabar.api.store.Account;
import kabar.api.store.StoredSession;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdministrationTest {
  private static final Reply DONE = new Reply.Done();
  private static final Reply LOGIN_REQUIRED = Reply.Refused.because(Reason.LOGIN_REQUIRED);

  private final Rules rules = Rules.ofDemo();
  private final Administration administration = rules.administration();
  private final Caller caller = new Caller(FakeConnection.PEER);

  static Stream<Function<Administration, CompletionStage<?>>> exclusions() {
    return Stream.of(
        it -> it.disable("messi"),
        it -> it.delete("messi"),
        it -> it.setPassword("messi", "rahasia-baru"),
        it -> it.revokeSessions("messi"));
  }

  @ParameterizedTest
  @MethodSource("exclusions")
  void endsAllSessionsOfAUserWithWhateverShutsThemOut(
      Function<Administration, CompletionStage<?>> exclusion) {
    var first = rules.login("messi", caller);
    var second = rules.login("messi", caller);
    var henderson = rules.login("henderson", caller);

    Rules.now(exclusion.apply(administration));

    assertThat(rules.ask(new Command.Inbox(first), caller)).isEqualTo(LOGIN_REQUIRED);
    assertThat(rules.ask(new Command.Inbox(second), caller)).isEqualTo(LOGIN_REQUIRED);
    assertThat(rules.ask(new Command.Inbox(henderson), caller)).isInstanceOf(Reply.Inbox.class);
    assertThat(rules.online()).containsExactly("henderson");
    assertThat(Rules.now(administration.sessions("messi"))).isEmpty();
  }

  @Test
  void addsAnAccountThatCanLogIn() {
    assertThat(Rules.now(administration.addAccount(wanted("neymar")))).isEqualTo(DONE);

    assertThat(rules.login("neymar", caller)).isNotEmpty();
  }

  @Test
  void refusesATakenNameAndWhatBreaksARule() {
    assertThat(Rules.now(administration.addAccount(wanted("messi"))))
        .isEqualTo(new Reply.Refused(Reason.NAME_TAKEN, "somebody has or had this name already"));
    assertThat(reason(administration.addAccount(wanted("Neymar"))))
        .isEqualTo(Reason.INVALID_PARAMETER);
    assertThat(reason(administration.setPassword("messi", "pendek")))
        .isEqualTo(Reason.INVALID_PARAMETER);
  }

  @Test
  void setsAPassword() {
    assertThat(Rules.now(administration.setPassword("messi", "rahasia-baru"))).isEqualTo(DONE);

    assertThat(rules.ask(new Command.Login("messi", DemoUsers.PASSWORD), caller))
        .isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
    assertThat(rules.ask(new Command.Login("messi", "rahasia-baru"), caller))
        .isInstanceOf(Reply.LoggedIn.class);
  }

  @Test
  void letsSomebodyInAgain() {
    Rules.now(administration.disable("messi"));

    assertThat(Rules.now(administration.enable("messi"))).isEqualTo(DONE);

    assertThat(rules.login("messi", caller)).isNotEmpty();
  }

  @Test
  void keepsTheNameOfWhomItDeletesAndTakesNoMailForThem() {
    var henderson = rules.login("henderson", caller);
    assertThat(rules.ask(new Command.Send(henderson, "messi", "hey", ""), caller))
        .isInstanceOf(Reply.Sent.class);
    Rules.now(administration.delete("messi"));

    assertThat(reason(administration.addAccount(wanted("messi")))).isEqualTo(Reason.NAME_TAKEN);
    assertThat(rules.ask(new Command.Send(henderson, "messi", "hey", ""), caller))
        .isEqualTo(Reply.Refused.because(Reason.UNKNOWN_USER));
  }

  @Test
  void tellsThatAUserDoesNotExist() {
    assertThat(reason(administration.disable("neymar"))).isEqualTo(Reason.UNKNOWN_USER);
    assertThat(reason(administration.enable("neymar"))).isEqualTo(Reason.UNKNOWN_USER);
    assertThat(reason(administration.delete("neymar"))).isEqualTo(Reason.UNKNOWN_USER);
    assertThat(reason(administration.setPassword("neymar", "rahasia-baru")))
        .isEqualTo(Reason.UNKNOWN_USER);
  }

  @Test
  void listsAccountsPageByPage() {
    Rules.now(administration.disable("lineker"));

    var first = Rules.now(administration.accounts("", 2));
    var second = Rules.now(administration.accounts("lineker", 2));

    assertThat(first.items()).extracting(Member::user).containsExactly("henderson", "lineker");
    assertThat(first.items().getLast().state()).isEqualTo(Account.State.DISABLED);
    assertThat(first.more()).isTrue();
    assertThat(second.items()).extracting(Member::user).containsExactly("messi");
    assertThat(second.more()).isFalse();
  }

  @Test
  void endsOneSessionOfMany() {
    var first = rules.login("messi", caller);
    var second = rules.login("messi", caller);
    var sessions = Rules.now(administration.sessions("messi"));
    assertThat(sessions)
        .extracting(StoredSession::lastUse)
        .extracting("transport")
        .contains("fake");

    assertThat(Rules.now(administration.revokeSession(sessions.getFirst().token()))).isTrue();
    assertThat(Rules.now(administration.revokeSession(sessions.getFirst().token()))).isFalse();

    assertThat(rules.ask(new Command.Inbox(first), caller)).isEqualTo(LOGIN_REQUIRED);
    assertThat(rules.ask(new Command.Inbox(second), caller)).isInstanceOf(Reply.Inbox.class);
  }

  @Test
  void showsNoSecret() {
    var invite = Rules.now(administration.invite("for leo"));

    assertThat(invite.toString()).contains("for leo").doesNotContain(invite.code());
    assertThat(wanted("neymar").toString()).doesNotContain(DemoUsers.PASSWORD);
    assertThat(new Registration(wanted("neymar"), invite.code(), "").toString())
        .doesNotContain(DemoUsers.PASSWORD, invite.code());
  }

  private static NewAccount wanted(String user) {
    return new NewAccount(user, "Neymar", "Brazil", DemoUsers.PASSWORD);
  }

  private static Reason reason(CompletionStage<Reply> reply) {
    return ((Reply.Refused) Rules.now(reply)).reason();
  }
}
