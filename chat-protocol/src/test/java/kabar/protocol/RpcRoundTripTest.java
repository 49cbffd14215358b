package kabar.protocol;

import static java.util.Objects.requireNonNull;
import static kabar.protocol.RpcWire.CLIENT;
import static kabar.protocol.RpcWire.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kabar.protocol.Incoming.Answered;
import kabar.protocol.Incoming.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random values of everything that the dialect knows. A failure names the seed; run it
/// again with `-Dkabar.seed=…`.
class RpcRoundTripTest {
  private static final int ROUNDS = 300;
  private static final Set<Class<?>> TEXT_ONLY =
      Set.of(
          Command.Malformed.class,
          Command.Inbox.class,
          Command.Users.class,
          Command.Online.class,
          Reply.Inbox.class,
          Reply.Users.class,
          Reply.Online.class);

  /// Replies that more than one command is answered with, or whose command has another name.
  private static final Map<Class<?>, Class<? extends Command>> ASKED =
      Map.ofEntries(
          Map.entry(Reply.Greeted.class, Command.Hello.class),
          Map.entry(Reply.Pong.class, Command.Ping.class),
          Map.entry(Reply.LoggedIn.class, Command.Login.class),
          Map.entry(Reply.Resumed.class, Command.Resume.class),
          Map.entry(Reply.Sessions.class, Command.ListSessions.class),
          Map.entry(Reply.Sent.class, Command.Send.class),
          Map.entry(Reply.History.class, Command.History.class),
          Map.entry(Reply.Conversations.class, Command.ListConversations.class),
          Map.entry(Reply.Marked.class, Command.Read.class),
          Map.entry(Reply.People.class, Command.ListUsers.class),
          Map.entry(Reply.Subscribed.class, Command.Subscribe.class),
          Map.entry(Reply.Done.class, Command.Typing.class),
          Map.entry(Reply.LoggedOut.class, Command.Logout.class),
          Map.entry(Reply.Refused.class, Command.Send.class),
          Map.entry(Reply.Failed.class, Command.Send.class));

  private final long seed = Long.getLong("kabar.seed", System.nanoTime());
  private final RandomValues values = new RandomValues(new Random(seed));

  static Stream<Class<?>> commands() {
    return RandomValues.records(Command.class).filter(type -> !TEXT_ONLY.contains(type));
  }

  static Stream<Class<?>> replies() {
    return RandomValues.records(Reply.class).filter(type -> !TEXT_ONLY.contains(type));
  }

  static Stream<Class<?>> events() {
    return RandomValues.records(Event.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aServerReadsTheCommandThatAClientWrote(Class<? extends Command> type) {
    for (int round = 0; round < ROUNDS; round++) {
      var command = values.of(type);

      var request = SERVER.decode(ByteBuffer.wrap(CLIENT.request(round, command)));

      assertThat(request).as("seed %d", seed).isEqualTo(new Request(command, "" + round));
    }
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aClientReadsTheReplyThatAServerWrote(Class<? extends Reply> type) {
    for (int round = 0; round < ROUNDS; round++) {
      var command = values.of(requireNonNull(ASKED.get(type)));
      var reply = values.of(type);
      var line = SERVER.encode(new Request(command, "" + round), reply);

      var incoming = CLIENT.read(ByteBuffer.wrap(line), _ -> command);

      assertThat(incoming).as("seed %d", seed).isEqualTo(new Answered(round, reply));
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void aClientReadsTheEventThatAServerWrote(Class<? extends Event> type) {
    for (int round = 0; round < ROUNDS; round++) {
      var event = values.of(type);

      var incoming = CLIENT.read(ByteBuffer.wrap(SERVER.encode(event)), _ -> null);

      assertThat(incoming).as("seed %d", seed).isEqualTo(new Told(event));
    }
  }

  @Test
  void everyMethodIsAskedForByAClient() {
    var asked =
        commands()
            .map(type -> (Command) values.of(type))
            .map(command -> RpcWire.line(CLIENT.request(1, command)))
            .map(line -> line.replaceAll("(?s).*?\"method\":\"([a-z]+)\".*", "$1"));

    assertThat(asked).containsExactlyInAnyOrderElementsOf(RpcCodec.methods());
  }

  @ParameterizedTest
  @MethodSource("textOnly")
  void aClientCannotAskForWhatOnlyTheTextDialectHas(Class<? extends Command> type) {
    var command = type == Command.Malformed.class ? malformed() : values.of(type);

    assertThatThrownBy(() -> CLIENT.request(1, command))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("this dialect cannot ask for");
  }

  static Stream<Class<?>> textOnly() {
    return RandomValues.records(Command.class).filter(TEXT_ONLY::contains);
  }

  @Test
  void aClientCannotSendATokenWithACommand() {
    assertThatThrownBy(() -> CLIENT.request(1, new Command.Logout("secret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'logout' goes to the session of its connection (expected no token)");
  }

  private static Command malformed() {
    return new Command.Malformed("unknown", Reason.NOT_JSON);
  }
}
