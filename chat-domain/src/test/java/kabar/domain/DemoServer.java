package kabar.domain;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.store.Store;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.protocol.LogoutForm;
import kabar.testkit.loopback.LoopbackTransport;
import kabar.testkit.loopback.LoopbackTransportProvider;
import kabar.testkit.transcript.Wire;
import kabar.transport.tcp.TcpTransportProvider;

/// A whole server in this process with the three demo users, a store in memory, and a clock that
/// the test holds. It reveals unknown users, as the demo does.
final class DemoServer implements AutoCloseable {
  static final URI ANY_TCP = URI.create("tcp://localhost:0");

  private final Store store = DemoUsers.store();
  private final FakeHasher hasher = new FakeHasher();
  private final HeldClock clock = new HeldClock();
  private final HeldClockwork clockwork = new HeldClockwork(clock);
  private final Kept transports;
  private final ChatServer server;

  private DemoServer(
      TransportProvider provider, ListenUrl url, ChatLimits limits, Map<String, String> settings)
      throws IOException {
    transports = new Kept(provider);
    server = new ChatServer(plan(transports, List.of(url), limits, settings));
    server.start(new Surroundings(store, hasher, clock, clockwork, server.hits()));
  }

  /// Remembers the transports that its provider made.
  private record Kept(TransportProvider provider, List<Transport> made)
      implements TransportProvider {
    Kept(TransportProvider provider) {
      this(provider, new ArrayList<>());
    }

    @Override
    public String name() {
      return provider.name();
    }

    @Override
    public Transport create(Settings settings) {
      var transport = provider.create(settings);
      made.add(transport);
      return transport;
    }
  }

  static DemoServer start(TransportProvider provider, URI address, String dialect)
      throws IOException {
    var logoutForm = LogoutForm.parse(dialect).orElseThrow();
    return new DemoServer(
        provider, new ListenUrl(address, logoutForm), withoutPace(1_000), Map.of());
  }

  /// With the limits of a server that nobody has told anything else.
  static DemoServer startPaced(TransportProvider provider, URI address) throws IOException {
    var limits = ChatLimits.from(Settings.of("limits", Map.of()), 1_000);
    return new DemoServer(provider, new ListenUrl(address, LogoutForm.CHAT), limits, Map.of());
  }

  /// With TCP and one loop: what one connection has sent is seen before what another sends then.
  static DemoServer startTcp(ChatLimits limits) throws IOException {
    return new DemoServer(
        new TcpTransportProvider(),
        new ListenUrl(ANY_TCP, LogoutForm.CHAT),
        limits,
        Map.of("loops", "1"));
  }

  /// In memory, with these settings of limits.
  static DemoServer startLoopback(Map<String, String> limits) throws IOException {
    return new DemoServer(
        new LoopbackTransportProvider(),
        new ListenUrl(URI.create("loopback://localhost:0"), LogoutForm.CHAT),
        ChatLimits.from(Settings.of("limits", limits), 1_000),
        Map.of());
  }

  /// Limits for clients that send as fast as they like.
  static ChatLimits withoutPace(int connections) {
    return ChatLimits.from(Settings.of("limits", Map.of("messages", "off")), connections);
  }

  static ChatPlan plan(
      TransportProvider provider,
      List<ListenUrl> urls,
      ChatLimits limits,
      Map<String, String> settings) {
    var transports = Providers.of("transport", List.of(provider));
    var rules = ChatRules.withDefaults(true);
    return new ChatPlan(urls, limits, rules, transports, name -> Settings.of(name, settings));
  }

  /// A code with which somebody may register.
  String invite() {
    return server.administration().invite("").toCompletableFuture().join().code();
  }

  FakeHasher hasher() {
    return hasher;
  }

  HeldClockwork clockwork() {
    return clockwork;
  }

  int connections() {
    return server.connections();
  }

  long evictedConnections() {
    return server.evictedConnections();
  }

  int onlineUsers() {
    return server.onlineUsers();
  }

  long unanswered() {
    return server.unansweredRequests();
  }

  /// How often a limit was reached.
  long hits(Limit limit) {
    return server.hits().count(limit);
  }

  Store store() {
    return store;
  }

  /// How many sessions there are.
  long sessions() {
    return requireNonNull(store.counters().get("sessions")).getAsLong();
  }

  URI address() {
    return server.addresses().getFirst();
  }

  /// What the transport has counted at the one listener.
  long counter(String name) {
    return requireNonNull(counters().get(name), name).getAsLong();
  }

  /// A connection through the server's own transport.
  Wire connect() throws IOException {
    return Wire.over(transports.made().getFirst(), address());
  }

  /// A connection for JSON-RPC through the server's own transport.
  Wire connectLines() throws IOException {
    return Wire.linesOver(transports.made().getFirst(), address());
  }

  /// Sends one request, as it is, from an address that nobody has proven; the server must be in
  /// memory. The reply is there when its connection has ended, empty if there was none.
  CompletableFuture<Optional<String>> askFrom(InetSocketAddress from, String request)
      throws IOException {
    var transport = (LoopbackTransport) transports.made().getFirst();
    return transport
        .ask(address(), from, request.getBytes(StandardCharsets.UTF_8))
        .thenApply(reply -> reply.map(bytes -> new String(bytes, StandardCharsets.US_ASCII)));
  }

  /// A plain socket to the server, which must listen with TCP.
  Socket socket() throws IOException {
    var socket = new Socket(address().getHost(), address().getPort());
    socket.setSoTimeout((int) Wire.DEADLINE.toMillis());
    socket.setTcpNoDelay(true);
    return socket;
  }

  Listener.Stopped stop(Duration grace) {
    return server.stop(grace);
  }

  @Override
  public void close() {
    server.stop(Duration.ZERO);
    store.close();
  }

  private Map<String, LongSupplier> counters() {
    return requireNonNull(server.counters().get(address()));
  }
}
