package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

/// Servers that are not what they should be.
class UnfriendlyServerTest {
  private static final Timing TIMING = Timing.DEFAULT;

  private final World world = World.ofMessi();

  @Test
  void stopsTryingWhereNobodySpeaksTheProtocol() {
    world.server.sending(_ -> Optional.of("HTTP/1.1 400 Bad Request\r\n"));
    var machine = world.machine();

    world.pass(Duration.ofMinutes(5));

    assertThat(refusal(machine)).isEqualTo(Refusal.OTHER_PROTOCOL);
    assertThat(world.server.connections()).isEqualTo(1);
  }

  @Test
  void comesBackWhenAServerItKnowsSendsGarbage() {
    var machine = world.online();

    world.server.send("what is this\n");
    world.until(() -> machine.last(ConnectionState.Offline.class).isPresent());

    var offline = machine.last(ConnectionState.Offline.class).orElseThrow();
    assertThat(offline.loss()).isEqualTo(Loss.GARBLED);
    world.until(machine::isOnline);
  }

  @Test
  void comesBackAfterALineThatIsTooLong() {
    var machine = world.online();

    world.server.send("x".repeat(1024 * 1024 + 1) + "\n");
    world.until(() -> world.server.connections() == 2);

    assertThat(machine.last(ConnectionState.Offline.class).orElseThrow().loss())
        .isEqualTo(Loss.GARBLED);
  }

  @Test
  void livesWithAnswersThatNobodyAskedFor() {
    var machine = world.online();

    world.server.send("{\"jsonrpc\":\"2.0\",\"id\":4711,\"result\":{}}\n");
    world.server.send("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{}}\n");
    world.pass(Duration.ofSeconds(1));

    assertThat(machine.isOnline()).isTrue();
    assertThat(world.server.connections()).isEqualTo(1);
  }

  @Test
  void livesWithNotificationsOfANewerServer() {
    var machine = world.online();

    world.server.send("{\"jsonrpc\":\"2.0\",\"method\":\"reaction\",\"params\":{\"smile\":1}}\n");
    world.server.tell(ChatClientTest.posted("1", "hai", "s-2"));
    world.until(() -> !machine.news(News.Posted.class).isEmpty());

    assertThat(machine.isOnline()).isTrue();
  }

  @Test
  void saysWhatAServerLacks() {
    answer(
        Command.Hello.class,
        _ -> new Reply.Greeted("other", "9", "n", Map.of(), List.of("hello", "ping")));
    var machine = world.machine();

    world.pass(Duration.ofMinutes(1));

    var refused = machine.last(ConnectionState.Refused.class).orElseThrow();
    assertThat(refused.refusal()).isEqualTo(Refusal.UNSUPPORTED_SERVER);
    assertThat(refused.detail())
        .isEqualTo("other 9 does not know resume, send, conversations, history, read, subscribe");
  }

  @Test
  void givesUpAServerThatSaysNothing() {
    world.server.sending(_ -> Optional.of(""));
    var machine = world.machine();

    world.pass(TIMING.answer().plusSeconds(1));

    assertThat(machine.last(ConnectionState.Offline.class).orElseThrow().loss())
        .isEqualTo(Loss.SILENT);
  }

  @Test
  void noticesASilentServerWithinSeconds() {
    var machine = world.online();
    world.pass(Duration.ofSeconds(1));
    world.server.sending(_ -> Optional.of(""));

    world.pass(TIMING.silence().plus(TIMING.pulse()).plusSeconds(3));

    assertThat(machine.last(ConnectionState.Offline.class).orElseThrow().loss())
        .isEqualTo(Loss.SILENT);
  }

  @Test
  void comesBackWhenHalfAnAnswerIsAllThereIs() {
    var machine = world.online();
    world.server.sending(
        command ->
            command instanceof Command.ListUsers
                ? Optional.of("{\"jsonrpc\":\"2.0\",\"id\":")
                : Optional.empty());

    var answer =
        machine.client().ask(new Command.ListUsers(false, "", 10, "")).toCompletableFuture();
    world.pass(Duration.ofSeconds(1));
    world.server.hangUp();
    world.until(answer::isDone);

    assertThat(answer).isCompletedExceptionally();
    assertThat(answer.exceptionNow()).isInstanceOf(UnansweredException.class);
    assertThat(((UnansweredException) answer.exceptionNow()).hasLeft()).isTrue();
    world.until(machine::isOnline);
  }

  @Test
  void waitsAsLongAsAStoppingServerAsks() {
    var machine = world.online();

    world.server.tell(new Event.Stopping(Duration.ofSeconds(90)));
    world.server.hangUp();
    world.until(() -> !machine.isOnline());

    var offline = machine.last(ConnectionState.Offline.class).orElseThrow();
    assertThat(offline.loss()).isEqualTo(Loss.STOPPING);
    assertThat(offline.retryIn()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void waitsAsLongAsABusyServerAsks() {
    answer(Command.Resume.class, _ -> Reply.Refused.tooFast(Duration.ofMinutes(3)));
    var machine = world.machine();

    world.pass(Duration.ofSeconds(10));

    var offline = machine.last(ConnectionState.Offline.class).orElseThrow();
    assertThat(offline.loss()).isEqualTo(Loss.BUSY);
    assertThat(offline.retryIn()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void stopsWhenTheSessionIsEndedElsewhere() {
    var machine = world.online();

    world.server.tell(new Event.SessionEnded("1"));
    world.pass(Duration.ofMinutes(5));

    assertThat(refusal(machine)).isEqualTo(Refusal.SESSION_ENDED);
    assertThat(world.server.connections()).isEqualTo(1);
  }

  @Test
  void asksAgainForWhatAPongShowsToBeMissing() {
    var machine = world.online();
    world.pass(Duration.ofSeconds(1));

    world.server.cursor("s-9");
    world.pass(TIMING.silence().plusSeconds(5));

    assertThat(machine.isOnline()).isTrue();
    assertThat(world.server.asked(Command.Subscribe.class))
        .containsExactly(new Command.Subscribe(""), new Command.Subscribe("s-1"));
  }

  @Test
  void startsOverWhereItsCursorIsOfNoUse() {
    var kept = world.online();
    world.pass(Duration.ofSeconds(5));
    kept.kill();
    world.server.cursor("t-1");
    answer(Command.Subscribe.class, _ -> new Reply.Subscribed("t-1", true));

    var machine = world.online();
    world.pass(Duration.ofSeconds(5));

    assertThat(machine.news(News.Reset.class)).containsExactly(new News.Reset("t-1"));
    assertThat(world.server.asked(Command.ListConversations.class)).isNotEmpty();
  }

  @Test
  void startsOverWhereItsCursorCannotEvenBeRead() {
    var kept = world.online();
    world.pass(Duration.ofSeconds(5));
    kept.kill();
    answer(
        Command.Subscribe.class,
        subscribe ->
            subscribe.after().isEmpty()
                ? new Reply.Subscribed("t-1", false)
                : Reply.Refused.because(Reason.INVALID_PARAMETER));

    var machine = world.online();

    assertThat(machine.news(News.Reset.class)).containsExactly(new News.Reset("t-1"));
  }

  private <C extends Command> void answer(Class<C> kind, Function<C, Reply> answer) {
    world.server.answering(
        command ->
            kind.isInstance(command)
                ? Optional.of(answer.apply(kind.cast(command)))
                : Optional.empty());
  }

  private static Refusal refusal(Machine machine) {
    return machine.last(ConnectionState.Refused.class).orElseThrow().refusal();
  }
}
