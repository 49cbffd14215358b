package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import kabar.api.store.NewMessage;
import kabar.protocol.Command;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final Profile MESSI = Sessions.profile(DemoUsers.MESSI);
  private static final Profile HENDERSON = Sessions.profile(DemoUsers.HENDERSON);

  private final Rules rules = Rules.ofDemo();
  private final Caller caller = new Caller(FakeConnection.PEER);
  private final String messi = rules.login("messi", caller);
  private final String henderson = rules.login("henderson", caller);

  @Test
  void bringsAMessageToItsReceiverAndNobodyElse() {
    assertThat(rules.ask(send("hey"), caller)).isInstanceOf(Reply.Sent.class);

    assertThat(rules.letters(henderson, caller))
        .containsExactly(new Reply.Letter(MESSI, HENDERSON, "hey"));
    assertThat(rules.letters(messi, caller)).isEmpty();
  }

  @Test
  void tellsTheTimeOfTheServer() {
    rules.clock.advance(Duration.ofHours(1));

    var reply = rules.ask(send("hey"), caller);

    assertThat(((Reply.Sent) reply).at()).isEqualTo(rules.clock.instant());
  }

  @Test
  void keepsWhatWasRead() {
    rules.ask(send("hey"), caller);
    rules.texts(henderson, caller);

    assertThat(rules.texts(henderson, caller)).containsExactly("hey");
  }

  @Test
  void confirmsAMessageOnlyOnceItIsStored() {
    rules.store.hold("append");

    var reply = rules.begin(send("hey"), caller);
    assertThat(reply).isNotDone();

    rules.store.release();
    assertThat(reply.join()).isInstanceOf(Reply.Sent.class);
  }

  @Test
  void refusesATextThatIsTooLargeInBytes() {
    var justFits = "\u00E9".repeat(Rules.MAX_MESSAGE_BYTES / 2);

    assertThat(rules.ask(send(justFits), caller)).isInstanceOf(Reply.Sent.class);
    assertThat(rules.ask(send(justFits + "x"), caller))
        .isEqualTo(
            new Reply.Refused(Reason.TOO_LARGE, "a message has at most 16 bytes, this one 17"));
    assertThat(rules.texts(henderson, caller)).containsExactly(justFits);
  }

  @Test
  void storesAnEmptyText() {
    rules.ask(send(""), caller);

    assertThat(rules.texts(henderson, caller)).containsExactly("");
  }

  @Test
  void refusesAReceiverWhoDoesNotExist() {
    var reply = rules.ask(new Command.Send(messi, "neymar", "hey", ""), caller);

    assertThat(reply).isEqualTo(Reply.Refused.because(Reason.UNKNOWN_USER));
  }

  @Test
  void looksAtTheSessionBeforeTheReceiver() {
    var reply = rules.ask(new Command.Send("nope", "neymar", "hey", ""), caller);

    assertThat(reply).isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
  }

  @Test
  void storesTheMessagesOfOneCallerInTheirOrderHoweverSlowTheStore() {
    rules.store.hold("account");
    var first = rules.begin(send("first"), caller);
    rules.store.holdNothing();
    var second = rules.begin(send("second"), caller);
    assertThat(second).isNotDone();

    rules.store.release();

    assertThat(first).isDone();
    assertThat(second).isDone();
    assertThat(rules.texts(henderson, caller)).containsExactly("first", "second");
  }

  @Test
  void doesNotLetAMessageWaitForTheDiskOfTheOneBefore() {
    rules.store.hold("append");
    var first = rules.begin(send("first"), caller);
    var second = rules.begin(send("second"), caller);

    assertThat(rules.store.waiting()).isEqualTo(2);
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
  }

  @Test
  void showsTheNewest200Messages() {
    rules.chat.pace().lift();
    IntStream.rangeClosed(1, 201).forEach(i -> rules.ask(send("message " + i), caller));

    assertThat(rules.texts(henderson, caller))
        .hasSize(200)
        .startsWith("message 2")
        .endsWith("message 201");
  }

  @Test
  void showsASenderWhoseAccountIsGoneByTheUserName() {
    var message = new NewMessage("neymar", "henderson", "oi", "", rules.clock.instant());
    rules.store.append(message).toCompletableFuture().join();

    assertThat(rules.letters(henderson, caller))
        .containsExactly(new Reply.Letter(new Profile("neymar", "neymar", ""), HENDERSON, "oi"));
  }

  private Command send(String text) {
    return new Command.Send(messi, "henderson", text, "");
  }
}
