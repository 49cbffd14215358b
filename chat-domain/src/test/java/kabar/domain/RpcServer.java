package kabar.domain;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.store.Store;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.protocol.LogoutForm;

/// A whole server in this process, on a store and with rules that the test chooses, and a clock
/// that it holds. Its clients come through a transport of their own.
final class RpcServer implements AutoCloseable {
  private final HeldClockwork clockwork;
  private final ChatServer server;
  private final Transport transport;

  RpcServer(TransportProvider provider, Setup setup) throws IOException {
    var held = new HeldClock();
    clockwork = new HeldClockwork(held);
    var shared = new Shared(provider, provider.create(Settings.none()));
    transport = shared.transport();
    server = new ChatServer(setup.plan(shared));
    var around = new Surroundings(setup.store(), new FakeHasher(), held, clockwork, server.hits());
    server.start(around);
  }

  /// What a server is to be.
  record Setup(URI address, Store store, ChatRules rules, Map<String, String> limits) {

    private ChatPlan plan(TransportProvider provider) {
      return new ChatPlan(
          List.of(new ListenUrl(address, LogoutForm.CHAT)),
          ChatLimits.from(Settings.of("limits", limits), 1_000),
          rules,
          Providers.of("transport", List.of(provider)),
          name -> Settings.of(name, Map.of()));
    }
  }

  /// Gives the server and its clients the same transport: one in memory reaches no other.
  private record Shared(TransportProvider provider, Transport transport)
      implements TransportProvider {

    @Override
    public String name() {
      return provider.name();
    }

    @Override
    public Transport create(Settings settings) {
      return transport;
    }
  }

  RpcPeer connect() throws IOException {
    return RpcPeer.connect(transport, address());
  }

  URI address() {
    return server.addresses().getFirst();
  }

  HeldClockwork clockwork() {
    return clockwork;
  }

  Administration administration() {
    return server.administration();
  }

  String ownerCode() {
    return server.ownerCode().orElseThrow();
  }

  long hits(Limit limit) {
    return server.hits().count(limit);
  }

  /// What it counts of subscriptions: open now; notices told and dropped, and catch-ups, since the
  /// start.
  List<Long> liveCounts() {
    return List.of(
        (long) server.subscriptions(),
        server.noticesTold(),
        server.noticesDropped(),
        server.catchUps());
  }

  Listener.Stopped stop(Duration grace) {
    return server.stop(grace);
  }

  @Override
  public void close() {
    server.stop(Duration.ZERO);
  }
}
