package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kabar.protocol.Command;
import org.junit.jupiter.api.Test;

/// How a client comes back, and when.
class ComingBackTest {
  private final World world = World.ofMessi();

  @Test
  void waitsLongerAndLongerButNeverOverAMinute() {
    var machine = world.online();
    world.net.unreachable(true);
    world.server.hangUp();

    world.pass(Duration.ofMinutes(30));

    var pauses =
        machine.news(News.StateChanged.class).stream()
            .map(News.StateChanged::state)
            .filter(ConnectionState.Offline.class::isInstance)
            .map(state -> ((ConnectionState.Offline) state).retryIn())
            .toList();
    assertThat(pauses).hasSizeGreaterThan(20);
    assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(500));
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(1)) <= 0);
    assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(20)) > 0);
  }

  @Test
  void triesAtOnceWhenTold() {
    var machine = world.online();
    world.net.unreachable(true);
    world.server.hangUp();
    world.pass(Duration.ofMinutes(10));
    world.net.unreachable(false);

    machine.client().connect();
    world.pass(Duration.ofSeconds(1));

    assertThat(machine.isOnline()).isTrue();
  }

  @Test
  void triesAtOnceAfterTheMachineHasSlept() {
    var machine = world.online();
    world.net.unreachable(true);
    world.server.hangUp();
    world.pass(Duration.ofMinutes(10));
    world.net.unreachable(false);

    machine.loop().jump(Duration.ofHours(8));
    world.pass(Watch.TICK.plusSeconds(1));

    assertThat(machine.isOnline()).isTrue();
  }

  @Test
  void asksWhetherTheServerIsThereAfterTheMachineHasSlept() {
    var machine = world.online();
    world.pass(Duration.ofSeconds(5));
    world.server.sending(_ -> Optional.of(""));

    machine.sleep(Duration.ofHours(8));
    world.pass(Duration.ofHours(8).plus(Watch.TICK).plus(Timing.DEFAULT.pulse()).plusSeconds(1));

    assertThat(machine.last(ConnectionState.Offline.class).orElseThrow().loss())
        .isEqualTo(Loss.SILENT);
  }

  @Test
  void asksNobodyWithoutASession() {
    var stranger = new World();
    var machine = stranger.machine();

    stranger.pass(Duration.ofMinutes(1));

    assertThat(machine.last(ConnectionState.Refused.class).orElseThrow().refusal())
        .isEqualTo(Refusal.NOT_LOGGED_IN);
    assertThat(stranger.server.connections()).isZero();
  }

  @Test
  void showsATokenToNoOtherServer() throws ProfileException {
    var stranger = new World();
    SessionFile.in(stranger.disk.program())
        .write(
            new KeptSession(
                java.net.URI.create("virtual://elsewhere"), "messi", ScriptedServer.TOKEN));

    var machine = stranger.machine();
    stranger.pass(Duration.ofMinutes(1));

    assertThat(machine.last(ConnectionState.Refused.class).orElseThrow().refusal())
        .isEqualTo(Refusal.NOT_LOGGED_IN);
  }

  @Test
  void keepsTheSessionOfALogin() throws ProfileException {
    var stranger = new World();
    var plan = Machine.plan(stranger.net).entering(new Entry.Login("messi", "surabaya"));

    var machine = stranger.machine(plan).go();
    stranger.until(machine::isOnline);
    stranger.until(() -> stranger.disk.names().contains("session"));
    stranger.server.hangUp();
    stranger.until(() -> stranger.server.connections() == 2 && machine.isOnline());

    assertThat(SessionFile.in(stranger.disk.program()).read())
        .contains(new KeptSession(VirtualNet.SERVER, "messi", ScriptedServer.TOKEN));
    assertThat(stranger.server.asked(Command.Login.class)).hasSize(1);
    assertThat(stranger.server.asked(Command.Resume.class)).hasSize(1);
  }

  @Test
  void beginsAReloadAgainThatALossHasInterrupted() {
    var machine = world.machine();
    world.server.sending(
        command ->
            command instanceof Command.ListConversations ? Optional.of("") : Optional.empty());
    world.until(() -> !world.server.asked(Command.ListConversations.class).isEmpty());

    world.server.sending(_ -> Optional.empty());
    world.server.hangUp();
    world.until(() -> world.server.connections() == 2 && machine.isOnline());
    world.pass(Duration.ofSeconds(1));

    assertThat(world.server.asked(Command.Subscribe.class))
        .containsExactly(new Command.Subscribe(""), new Command.Subscribe(""));
    assertThat(world.server.asked(Command.ListConversations.class)).hasSize(2);
  }

  @Test
  void answersNothingWhileItIsOffline() {
    var machine = world.machine(Machine.plan(world.net));
    var _ = machine.client().start();

    var answer = machine.client().ask(new Command.Ping()).toCompletableFuture();
    world.until(answer::isDone);

    assertThat(answer.exceptionNow()).isInstanceOf(UnansweredException.class);
    assertThat(((UnansweredException) answer.exceptionNow()).hasLeft()).isFalse();
  }

  @Test
  void knowsHowLongAnAnswerTakes() {
    var machine = world.online();
    world.pass(Duration.ofSeconds(1));

    assertThat(machine.client().latency().orElseThrow())
        .isBetween(Duration.ofNanos(1), Duration.ofMillis(200));
  }

  @Test
  void isQuietOnceItIsClosed() {
    var machine = world.online();
    var stopped = machine.engine().stop().toCompletableFuture();
    world.until(stopped::isDone);
    int told = machine.news().size();

    world.server.tell(ChatClientTest.posted("1", "hai", "s-2"));
    world.pass(Duration.ofMinutes(5));

    assertThat(machine.news()).hasSize(told);
    assertThat(world.server.connections()).isEqualTo(1);
    assertThat(world.server.ends()).isEqualTo(1);
  }
}
