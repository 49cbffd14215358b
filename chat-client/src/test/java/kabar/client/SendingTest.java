package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

/// The way of a message from its writer to the server.
class SendingTest {
  private final World world = World.ofMessi();

  @Test
  void keepsWhatIsWrittenWithoutAServer() {
    world.net.unreachable(true);
    var machine = world.machine();

    var outgoing = machine.client().send("henderson", "hai");
    world.pass(Duration.ofSeconds(1));
    machine.kill();
    world.net.unreachable(false);
    var next = world.online();
    world.until(() -> next.client().outbox().isEmpty());

    assertThat(outgoing.kept().toCompletableFuture()).isCompleted();
    assertThat(world.server.asked(Command.Send.class))
        .containsExactly(new Command.Send("", "henderson", "hai", outgoing.key()));
  }

  @Test
  void sendsAgainWithTheSameKeyWhatMayHaveArrived() {
    var machine = world.online();
    world.server.sending(
        command -> command instanceof Command.Send ? Optional.of("") : Optional.empty());
    var outgoing = machine.client().send("henderson", "hai");
    world.until(() -> !world.server.asked(Command.Send.class).isEmpty());

    world.server.sending(_ -> Optional.empty());
    world.server.hangUp();
    world.until(() -> outgoing.fate().toCompletableFuture().isDone());

    assertThat(world.server.asked(Command.Send.class))
        .hasSize(2)
        .allMatch(send -> send.key().equals(outgoing.key()));
  }

  @Test
  void sendsTheNextMessageOfAConversationAfterTheAnswerToTheLast() {
    var machine = world.online();
    world.server.sending(
        command -> command instanceof Command.Send ? Optional.of("") : Optional.empty());
    machine.client().send("henderson", "one");
    machine.client().send("henderson", "two");
    machine.client().send("lineker", "three");

    world.pass(Duration.ofSeconds(5));

    assertThat(world.server.asked(Command.Send.class).stream().map(Command.Send::text))
        .containsExactly("one", "three");
  }

  @Test
  void keepsTheOrderOfWhatIsWrittenWhileItStarts() {
    var machine = world.machine();
    machine.client().send("henderson", "one");
    machine.client().send("henderson", "two");
    machine.client().send("henderson", "three");

    world.until(() -> world.server.asked(Command.Send.class).size() == 3);

    assertThat(world.server.asked(Command.Send.class).stream().map(Command.Send::text))
        .containsExactly("one", "two", "three");
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    var machine = world.online();
    var asked = new AtomicInteger();
    world.server.answering(
        command ->
            command instanceof Command.Send && asked.getAndIncrement() == 0
                ? Optional.of(Reply.Refused.tooFast(Duration.ofSeconds(20)))
                : Optional.empty());

    var outgoing = machine.client().send("henderson", "hai");
    world.pass(Duration.ofSeconds(19));
    int before = asked.get();
    world.pass(Duration.ofSeconds(2));

    assertThat(before).isEqualTo(1);
    assertThat(outgoing.fate().toCompletableFuture()).isCompleted();
  }

  @Test
  void triesAgainWhatTheServerCannotDoNow() {
    var machine = world.online();
    var asked = new AtomicInteger();
    world.server.answering(
        command ->
            command instanceof Command.Send && asked.getAndIncrement() < 3
                ? Optional.of(Reply.Refused.because(Reason.UNAVAILABLE))
                : Optional.empty());

    var outgoing = machine.client().send("henderson", "hai");
    world.until(() -> outgoing.fate().toCompletableFuture().isDone());

    assertThat(asked).hasValue(4);
    assertThat(outgoing.fate().toCompletableFuture().join()).isInstanceOf(Standing.Sent.class);
  }

  @Test
  void letsOthersPassWhatTheServerDoesNotTake() {
    refuse("nobody", Reason.UNKNOWN_USER);
    var machine = world.online();

    var refused = machine.client().send("nobody", "hai");
    var sent = machine.client().send("henderson", "hai");
    world.until(() -> sent.fate().toCompletableFuture().isDone());
    world.until(() -> refused.fate().toCompletableFuture().isDone());

    assertThat(refused.fate().toCompletableFuture().join())
        .isEqualTo(new Standing.Failed(Reason.UNKNOWN_USER, ""));
    assertThat(machine.client().outbox())
        .extracting(OutboxEntry::key)
        .containsExactly(refused.key());
  }

  @Test
  void remembersWhatFailedAndTriesItAgainWhenTold() {
    refuse("nobody", Reason.UNKNOWN_USER);
    var machine = world.online();
    var outgoing = machine.client().send("nobody", "hai");
    world.until(() -> outgoing.fate().toCompletableFuture().isDone());
    world.pass(Duration.ofSeconds(1));
    machine.kill();
    world.server.answering(_ -> Optional.empty());

    var next = world.online();
    world.pass(Duration.ofSeconds(5));
    int before = world.server.asked(Command.Send.class).size();
    var _ = next.client().retry(outgoing.key());
    world.until(() -> next.client().outbox().isEmpty());

    assertThat(before).isEqualTo(1);
    assertThat(world.server.asked(Command.Send.class)).hasSize(2);
  }

  @Test
  void forgetsWhatIsDropped() {
    world.net.unreachable(true);
    var machine = world.machine();
    var outgoing = machine.client().send("henderson", "hai");
    world.until(() -> outgoing.kept().toCompletableFuture().isDone());

    var dropped = machine.client().drop(outgoing.key()).toCompletableFuture();
    world.until(dropped::isDone);
    world.net.unreachable(false);
    world.until(machine::isOnline);
    world.pass(Duration.ofSeconds(5));

    assertThat(dropped.join()).isTrue();
    assertThat(outgoing.fate().toCompletableFuture().join()).isEqualTo(new Standing.Dropped());
    assertThat(world.server.asked(Command.Send.class)).isEmpty();
  }

  @Test
  void dropsNothingThatWasSentOrDroppedAlready() {
    var machine = world.online();
    var sent = machine.client().send("henderson", "hai");
    world.until(() -> sent.fate().toCompletableFuture().isDone());
    world.net.unreachable(true);
    var dropped = machine.client().send("henderson", "tidak jadi");
    world.until(() -> dropped.kept().toCompletableFuture().isDone());
    var first = machine.client().drop(dropped.key()).toCompletableFuture();
    world.until(first::isDone);

    var ofSent = machine.client().drop(sent.key()).toCompletableFuture();
    var ofDropped = machine.client().drop(dropped.key()).toCompletableFuture();
    world.until(() -> ofSent.isDone() && ofDropped.isDone());

    assertThat(ofSent.join()).isFalse();
    assertThat(ofDropped.join()).isFalse();
    assertThat(sent.fate().toCompletableFuture().join()).isInstanceOf(Standing.Sent.class);
  }

  @Test
  void failsAtOnceWhatNoRequestCanCarry() {
    var machine = world.online();

    var outgoing = machine.client().send("henderson", "\u0001".repeat(16_000));
    world.until(() -> outgoing.fate().toCompletableFuture().isDone());

    assertThat(outgoing.fate().toCompletableFuture().join())
        .isInstanceOfSatisfying(
            Standing.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(Reason.TOO_LARGE));
    assertThat(world.server.asked(Command.Send.class)).isEmpty();
  }

  @Test
  void givesUpAMessageThatTheServerHasABugWith() {
    world.server.answering(
        command ->
            command instanceof Command.Send
                ? Optional.of(new Reply.Failed("17"))
                : Optional.empty());
    var machine = world.online();

    var outgoing = machine.client().send("henderson", "hai");
    world.until(() -> outgoing.fate().toCompletableFuture().isDone());

    assertThat(world.server.asked(Command.Send.class)).hasSize(3);
    assertThat(outgoing.fate().toCompletableFuture().join())
        .isEqualTo(
            new Standing.Failed(Reason.UNKNOWN, "the server meets a bug, number 17 in its log"));
  }

  @Test
  void saysWhenTheDiskIsFullAndLosesNothingThatItKept() {
    world.net.unreachable(true);
    var machine = world.machine();
    var kept = machine.client().send("henderson", "one");
    world.until(() -> kept.kept().toCompletableFuture().isDone());
    world.disk.full(true);

    var refused = machine.client().send("henderson", "two");
    world.until(() -> refused.kept().toCompletableFuture().isDone());
    world.net.unreachable(false);
    world.until(() -> kept.fate().toCompletableFuture().isDone());
    world.pass(Duration.ofSeconds(10));
    world.disk.full(false);
    world.pass(Duration.ofSeconds(10));

    assertThat(refused.kept().toCompletableFuture().exceptionNow())
        .isInstanceOf(ProfileException.class)
        .hasMessage("disk/outbox: cannot be written (No space left on device)");
    assertThat(world.server.asked(Command.Send.class)).hasSize(1);
    assertThat(machine.news(News.Trouble.class)).isNotEmpty();
    assertThat(world.disk.text("outbox")).contains("sent " + kept.key());
  }

  @Test
  void doesNotSendInTheNameOfSomebodyElse() throws ProfileException {
    world.net.unreachable(true);
    var machine = world.machine();
    var outgoing = machine.client().send("henderson", "hai");
    world.until(() -> outgoing.kept().toCompletableFuture().isDone());
    machine.kill();
    world.net.unreachable(false);

    SessionFile.in(world.disk.program())
        .write(new KeptSession(VirtualNet.SERVER, "lineker", ScriptedServer.TOKEN));
    var other = world.online();
    world.pass(Duration.ofSeconds(10));

    assertThat(world.server.asked(Command.Send.class)).isEmpty();
    assertThat(other.client().outbox()).extracting(OutboxEntry::from).isEqualTo(List.of("messi"));
  }

  @Test
  void sendsForASecondProgramThatEndsBeforeItsMessageHasLeft() {
    var first = world.online();
    world.pass(Duration.ofSeconds(5));
    var second = world.machine(Machine.plan(world.net));
    var _ = second.client().start();

    var outgoing = second.client().send("henderson", "hai");
    world.until(() -> outgoing.kept().toCompletableFuture().isDone());
    second.kill();
    world.pass(Duration.ofSeconds(5));

    assertThat(world.server.asked(Command.Send.class)).hasSize(1);
    assertThat(first.news(News.OutboxChanged.class)).isNotEmpty();
  }

  @Test
  void tellsAProgramWhatAnotherSentForIt() {
    world.online();
    world.pass(Duration.ofSeconds(5));
    var second = world.machine(Machine.plan(world.net));
    var _ = second.client().start();

    var outgoing = second.client().send("henderson", "hai");
    world.until(() -> outgoing.fate().toCompletableFuture().isDone());

    assertThat(outgoing.fate().toCompletableFuture().join()).isInstanceOf(Standing.Sent.class);
    assertThat(second.isOnline()).isFalse();
  }

  private void refuse(String to, Reason reason) {
    world.server.answering(
        command ->
            command instanceof Command.Send send && send.to().equals(to)
                ? Optional.of(Reply.Refused.because(reason))
                : Optional.empty());
  }
}
