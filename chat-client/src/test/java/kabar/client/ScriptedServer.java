package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Profile;
import kabar.protocol.Reply;
import kabar.protocol.Request;
import kabar.protocol.RpcCodec;
import org.jspecify.annotations.Nullable;

/// A server that says what a test wants, and otherwise what lets a client in: it knows one session,
/// and nothing was ever written.
final class ScriptedServer {
  static final Profile MESSI = new Profile("messi", "Lionel Messi", "Argentina");
  static final String TOKEN = "5f3a9c9e-0000-4000-8000-000000000001";
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final List<String> METHODS =
      List.of(
          "hello",
          "resume",
          "login",
          "send",
          "conversations",
          "history",
          "read",
          "subscribe",
          "ping");

  private final RpcCodec codec = new RpcCodec();
  private final List<Command> asked = new ArrayList<>();
  private Function<Command, Optional<Reply>> script = _ -> Optional.empty();
  private Function<Command, Optional<String>> raw = _ -> Optional.empty();
  private @Nullable Connection connection;
  private String cursor = "s-1";
  private int connections;
  private int ends;

  /// Begins to listen.
  ScriptedServer in(VirtualNet net) {
    net.serve(
        opened -> {
          connections++;
          connection = opened;
          return new Peer(opened);
        });
    return this;
  }

  /// What it answers, where that is not the usual; `null` for nothing at all.
  ScriptedServer answering(Function<Command, Optional<Reply>> script) {
    this.script = script;
    return this;
  }

  /// What it sends instead of an answer, as it stands; empty for an answer.
  ScriptedServer sending(Function<Command, Optional<String>> raw) {
    this.raw = raw;
    return this;
  }

  /// Says something unasked.
  void tell(Event event) {
    switch (event) {
      case Event.Posted(_, var at) -> cursor = at;
      case Event.Marked(_, _, var at) -> cursor = at;
      case Event.Presences _, Event.Typing _, Event.SessionEnded _, Event.Stopping _ -> {}
    }
    send(new String(codec.encode(event), UTF_8));
  }

  /// Sends this.
  void send(String text) {
    var open = connection;
    if (open != null) {
      open.offer(text.getBytes(UTF_8));
    }
  }

  /// Ends the connection that was opened last.
  void hangUp() {
    var open = connection;
    if (open != null) {
      open.close();
    }
  }

  /// Where it says to be when asked.
  void cursor(String cursor) {
    this.cursor = cursor;
  }

  /// All that it was asked.
  List<Command> asked() {
    return asked;
  }

  /// What it was asked of one kind.
  <C extends Command> List<C> asked(Class<C> kind) {
    return asked.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  int connections() {
    return connections;
  }

  int ends() {
    return ends;
  }

  private Reply usual(Command command) {
    return switch (command) {
      case Command.Hello _ -> new Reply.Greeted("kabard", "1", "n", Map.of(), METHODS);
      case Command.Ping _ -> new Reply.Pong(NOON, cursor);
      case Command.Login _ -> new Reply.LoggedIn(TOKEN, MESSI, cursor);
      case Command.Resume _ -> new Reply.Resumed(MESSI, cursor);
      case Command.Subscribe(var after) ->
          new Reply.Subscribed(after.isEmpty() ? cursor : after, false);
      case Command.Send send -> new Reply.Sent("m-" + send.key(), NOON);
      case Command.ListConversations _ -> new Reply.Conversations(List.of(), false);
      case Command.History _ -> new Reply.History(List.of(), false);
      case Command.Read(var with, var upTo) -> new Reply.Marked(with, upTo);
      default -> new Reply.Done();
    };
  }

  /// The peer of one connection.
  private final class Peer implements Receiver {
    private final Connection peer;

    Peer(Connection peer) {
      this.peer = peer;
    }

    @Override
    public void received(ByteBuffer payload) {
      var request = codec.decode(payload);
      asked.add(request.command());
      var bytes = raw.apply(request.command());
      if (bytes.isPresent()) {
        peer.offer(bytes.get().getBytes(UTF_8));
        return;
      }
      answer(request);
    }

    private void answer(Request request) {
      var reply = script.apply(request.command()).orElseGet(() -> usual(request.command()));
      peer.offer(codec.encode(request, reply));
    }

    @Override
    public void oversized() {}

    @Override
    public void drained() {}

    @Override
    public void finished() {
      peer.close();
    }

    @Override
    public void closed(CloseCause cause) {
      ends++;
    }
  }
}
