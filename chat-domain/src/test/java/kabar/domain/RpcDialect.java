package kabar.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kabar.api.Settings;
import kabar.api.store.Store;
import kabar.domain.RegistrationRules.Policy;
import kabar.domain.RpcServer.Setup;
import kabar.domain.memory.MemoryStoreProvider;
import kabar.protocol.Command;
import kabar.protocol.Command.Range;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.AfterEach;

/// The JSON-RPC dialect over real bytes, which is the same on every stream transport. Each test has
/// a server of its own.
abstract class RpcDialect {
  static final ChatRules DISCREET = ChatRules.withDefaults(false);
  static final Reply LOGIN_REQUIRED = Reply.Refused.because(Reason.LOGIN_REQUIRED);

  final StreamTransport transport;
  private final List<AutoCloseable> opened = new ArrayList<>();

  RpcDialect(StreamTransport transport) {
    this.transport = transport;
  }

  @AfterEach
  void close() throws Exception {
    for (var each : opened.reversed()) {
      each.close();
    }
  }

  /// With the three demo users; nobody is told who has an account.
  final RpcServer demo() {
    return start(DemoUsers.store(), DISCREET);
  }

  /// Without users, and with an owner code.
  final RpcServer empty(Policy policy) {
    var registration = new RegistrationRules(policy, Duration.ofDays(7));
    return start(
        new MemoryStoreProvider().open(Path.of(""), Settings.none()),
        new ChatRules(false, SessionRules.DEFAULT, registration, RetentionRule.DEFAULT));
  }

  final RpcServer start(Store store, ChatRules rules) {
    try {
      opened.add(store);
      var server =
          new RpcServer(
              transport.provider(), new Setup(transport.anyAddress(), store, rules, Map.of()));
      opened.add(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RpcPeer connect(RpcServer server) {
    try {
      return server.connect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RpcPeer loggedIn(RpcServer server, String user) {
    var peer = connect(server);
    login(peer, user);
    return peer;
  }

  static String login(RpcPeer peer, String user) {
    return ((Reply.LoggedIn) peer.ask(new Command.Login(user, DemoUsers.PASSWORD))).token();
  }

  static Command send(String text, String key) {
    return new Command.Send("", "henderson", text, key);
  }

  static Reply.History history(RpcPeer peer, String with) {
    return (Reply.History) peer.ask(new Command.History(with, new Range.Newest(), 10));
  }

  static List<String> texts(Reply page) {
    return ((Reply.History) page).notes().stream().map(Reply.Note::text).toList();
  }

  static List<Reply.Device> devices(RpcPeer peer) {
    return ((Reply.Sessions) peer.ask(new Command.ListSessions())).devices();
  }

  static Reason reason(Reply reply) {
    return ((Reply.Refused) reply).reason();
  }

  static Duration retryAfter(Reply reply) {
    return ((Reply.Refused) reply).retryAfter();
  }
}
