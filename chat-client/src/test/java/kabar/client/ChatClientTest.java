package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class ChatClientTest {
  private final World world = World.ofMessi();

  @Test
  void goesOnlineWithTheSessionThatIsKept() {
    var machine = world.online();

    assertThat(machine.client().state())
        .isEqualTo(new ConnectionState.Online(ScriptedServer.MESSI, Way.straight("virtual")));
    assertThat(world.server.asked().subList(0, 3))
        .containsExactly(
            new Command.Hello("kabar-test 1", "en"),
            new Command.Resume(ScriptedServer.TOKEN),
            new Command.Subscribe(""));
  }

  @Test
  void sendsAMessageThatIsOnDiskFirst() {
    var machine = world.online();

    var outgoing = machine.client().send("henderson", "hai");
    world.until(() -> outgoing.kept().toCompletableFuture().isDone());

    assertThat(world.disk.text("outbox")).contains("hai");
    assertThat(world.server.asked(Command.Send.class)).isEmpty();
    world.until(() -> outgoing.fate().toCompletableFuture().isDone());
    assertThat(outgoing.fate().toCompletableFuture().join())
        .isEqualTo(new Standing.Sent("m-" + outgoing.key(), ScriptedServer.NOON));
  }

  @Test
  void comesBackAfterALossAndGoesOnWhereItWas() {
    var machine = world.online();
    world.server.tell(posted("1", "hai", "s-2"));
    world.until(() -> !machine.news(News.Posted.class).isEmpty());

    world.server.hangUp();
    world.until(() -> world.server.connections() == 2 && machine.isOnline());

    assertThat(world.server.asked(Command.Subscribe.class).getLast().after()).isEqualTo("s-2");
    assertThat(machine.news(News.Posted.class)).hasSize(1);
  }

  @Test
  void stopsTryingWhenTheSessionHasEnded() {
    world.server.answering(
        command ->
            command instanceof Command.Resume
                ? Optional.of(Reply.Refused.because(Reason.LOGIN_REQUIRED))
                : Optional.empty());
    var machine = world.machine();

    world.pass(Duration.ofMinutes(5));

    assertThat(machine.last(ConnectionState.Refused.class).orElseThrow().refusal())
        .isEqualTo(Refusal.SESSION_ENDED);
    assertThat(world.server.connections()).isEqualTo(1);
  }

  static Event.Posted posted(String id, String text, String cursor) {
    var note = new Reply.Note(id, "henderson", "messi", text, "", ScriptedServer.NOON);
    return new Event.Posted(note, cursor);
  }
}
