package kabar.domain;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kabar.api.store.Store;
import kabar.api.store.StoreException;
import kabar.api.transport.Connection;
import kabar.api.transport.Listener;
import kabar.api.transport.Receiver;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportLimits;
import kabar.protocol.RpcCodec;
import kabar.protocol.TextCodec;
import kabar.protocol.TextDialect;
import org.jspecify.annotations.Nullable;

/// A running chat: listeners at the front, a dispatcher in the middle, a store behind. Thread-safe.
///
/// It is made, started and stopped, each once. What it was given it does not close.
public final class ChatServer {
  private final ChatPlan plan;
  private final UnaryOperator<CommandDispatcher> around;
  private final Door door;
  private final Map<String, Transport> transports = new LinkedHashMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final LimitHits hits = new LimitHits();
  private volatile InstantSource clock = InstantSource.system();
  private volatile @Nullable Chat chat;
  private volatile @Nullable UnprovenRequests unproven;
  private volatile @Nullable Clockwork clockwork;
  private volatile String ownerCode = "";

  /// A server around whose commands nothing more happens.
  ///
  /// @throws kabar.api.ProviderException if a transport is asked for that is not there
  /// @throws kabar.api.SettingsException if a transport cannot use its settings
  public ChatServer(ChatPlan plan) {
    this(plan, UnaryOperator.identity());
  }

  /// Checks the plan as far as that goes without opening anything.
  ///
  /// @param around wraps the dispatcher of all commands, once, at the start; what it is given
  ///     always answers with a reply
  /// @throws kabar.api.ProviderException if a transport is asked for that is not there
  /// @throws kabar.api.SettingsException if a transport cannot use its settings
  public ChatServer(ChatPlan plan, UnaryOperator<CommandDispatcher> around) {
    this.plan = plan;
    this.around = around;
    this.door =
        new Door(
            plan.limits().maxConnections(),
            new Neighbours(plan.limits().addresses(), () -> clock.instant(), hits));
    plan.listen().forEach(url -> transport(url.transport()));
  }

  /// Starts to listen wherever the plan says.
  ///
  /// @throws IOException if an address cannot be had; then nothing is left open
  /// @throws kabar.api.ProviderException if a transport fails in a way it must not; as above
  /// @throws kabar.api.SettingsException if a transport cannot use a URL; as above
  /// @throws kabar.api.store.StoreException if the store cannot be read; as above
  public void start(Store store, PasswordHasher hasher, InstantSource clock) throws IOException {
    start(store, hasher, clock, new ThreadClockwork());
  }

  /// As above, with a clockwork that belongs to the server from now on.
  public void start(Store store, PasswordHasher hasher, InstantSource clock, Clockwork clockwork)
      throws IOException {
    start(new Surroundings(store, hasher, clock, clockwork, hits));
  }

  /// As above, in surroundings of which some may be a test's.
  void start(Surroundings surroundings) throws IOException {
    clock = surroundings.clock();
    clockwork = surroundings.clockwork();
    var begun = new Chat(surroundings, plan.limits(), plan.rules());
    chat = begun;
    try {
      ownerCode = ownerCode(begun);
      begun.start();
      var reception = reception(begun, surroundings);
      var once = new UnprovenRequests(reception.dispatcher(), begun, plan.limits());
      unproven = once;
      listen(reception, once);
    } catch (IOException | RuntimeException e) {
      stop(Duration.ZERO);
      throw e;
    }
  }

  /// The code that admits the first account, empty if there are accounts. It is told here alone,
  /// and must not reach a log.
  public Optional<String> ownerCode() {
    return Optional.of(ownerCode).filter(code -> !code.isEmpty());
  }

  /// What the operator may do.
  ///
  /// @throws IllegalStateException before the start
  public Administration administration() {
    var started = chat;
    if (started == null) {
      throw new IllegalStateException("the server was not started");
    }
    return started.administration();
  }

  LimitHits hits() {
    return hits;
  }

  /// How often each limit was reached since the start, by its word.
  public Map<String, LongSupplier> limitHits() {
    return hits.counters();
  }

  /// Where it listens, with the ports it really got, in the order of the plan.
  public List<URI> addresses() {
    return listeners.stream().map(Listener::address).toList();
  }

  /// The counters of each listener, by its address.
  public Map<URI, Map<String, LongSupplier>> counters() {
    var counters = new LinkedHashMap<URI, Map<String, LongSupplier>>();
    listeners.forEach(listener -> counters.put(listener.address(), listener.counters()));
    return counters;
  }

  /// Connections that are open now.
  public int connections() {
    return door.count();
  }

  /// Connections ended since the start because they had said nothing and room was needed.
  public long evictedConnections() {
    return door.evicted();
  }

  /// Connections refused since the start because there was no room.
  public long refusedConnections() {
    return door.refused();
  }

  /// Requests that have arrived and are not answered yet, of all connections.
  public long unansweredRequests() {
    var begun = unproven;
    return door.unanswered() + (begun == null ? 0 : begun.unanswered());
  }

  /// Users with a session that is present.
  public int onlineUsers() {
    var started = chat;
    return started == null ? 0 : started.presence().onlineCount();
  }

  /// Sessions kept in memory, because they have been used since the start and have not ended.
  public int knownSessions() {
    var started = chat;
    return started == null ? 0 : started.sessions().knownCount();
  }

  /// Connections that are told of what happens.
  public int subscriptions() {
    return live().map(it -> it.audience().size()).orElse(0);
  }

  /// Notices handed over to connections since the start.
  public long noticesTold() {
    return live().map(it -> it.counters().told()).orElse(0L);
  }

  /// Notices since the start that found no room and are of no use later: of typing and presence.
  public long noticesDropped() {
    return live().map(it -> it.counters().dropped()).orElse(0L);
  }

  /// How often since the start a connection had no room for a change and was to get it later.
  public long catchUps() {
    return live().map(it -> it.counters().catchUps()).orElse(0L);
  }

  private Optional<LiveFeed> live() {
    return Optional.ofNullable(chat).map(Chat::live);
  }

  /// Stops: accepts nobody more, tells live peers, answers what has arrived, closes. Blocks until
  /// that is done or the
  /// grace period is over; what is left then is cut off. Stopping twice is harmless.
  ///
  /// @return drained only if every listener was
  public Listener.Stopped stop(Duration grace) {
    var failures = new ArrayList<RuntimeException>();
    var stopped = stopListeners(grace, failures);
    for (var transport : List.copyOf(transports.values()).reversed()) {
      try {
        transport.close();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    stopChat();
    closeClockwork();
    if (!failures.isEmpty()) {
      var first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return stopped;
  }

  private void stopChat() {
    var started = chat;
    if (started != null) {
      started.stop();
    }
  }

  private void closeClockwork() {
    var running = clockwork;
    if (running != null) {
      running.close();
    }
  }

  private static String ownerCode(Chat chat) {
    try {
      var issued = chat.admissions().openServer().toCompletableFuture().join();
      return issued.map(IssuedInvite::code).orElse("");
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException cause ? cause : e;
    }
  }

  /// One for all listeners of its kind; made at the first call.
  private Transport transport(String name) {
    return transports.computeIfAbsent(
        name,
        _ -> plan.transports().ask(name, it -> it.create(plan.transportSettings().apply(name))));
  }

  private Reception reception(Chat chat, Surroundings surroundings) {
    var limits = plan.limits();
    var greeting = new Greeting(surroundings, limits, transportLimits());
    return new Reception(
        around.apply(new GuardedDispatcher(new Router(chat, greeting))),
        door,
        new IdleWatch(surroundings.clockwork(), hits, limits.silence().longest()),
        limits.maxUnanswered());
  }

  private Map<String, TransportLimits> transportLimits() {
    return transports.keySet().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                name -> TransportLimits.from(plan.transportSettings().apply(name))));
  }

  private void listen(Reception reception, UnprovenRequests once) throws IOException {
    for (var url : plan.listen()) {
      var text = new TextDialect(url.logoutForm(), plan.limits().maxLineBytes());
      var dialects = new Dialects(() -> new TextCodec(text), RpcCodec::new);
      var transport = transport(url.transport());
      listeners.add(
          plan.transports()
              .ask(
                  url.transport(),
                  _ ->
                      transport.listen(
                          url.address(),
                          connection ->
                              connection.peer().addressProven()
                                  ? serve(connection, dialects, reception)
                                  : once.serve(connection, dialects))));
    }
  }

  private Receiver serve(Connection connection, Dialects dialects, Reception reception) {
    var chat = new ChatConnection(connection, dialects, reception);
    door.enter(chat);
    return chat;
  }

  /// All at once, so that none goes on accepting while another drains.
  private Listener.Stopped stopListeners(Duration grace, List<RuntimeException> failures) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var stops = new ArrayList<Future<Listener.Stopped>>();
      for (var listener : listeners) {
        stops.add(executor.submit(() -> listener.stop(grace)));
      }
      door.tell(new StoppingNotices()::next);
      door.shut();
      hurry();
      return stops.stream()
          .map(stop -> outcome(stop, failures))
          .reduce(Listener.Stopped.DRAINED, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
  }

  /// What waits for its time goes on at once.
  private void hurry() {
    var started = chat;
    if (started != null) {
      started.pace().lift();
    }
  }

  private static Listener.Stopped outcome(
      Future<Listener.Stopped> stop, List<RuntimeException> failures) {
    try {
      return stop.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      failures.add(new IllegalStateException("a listener failed to stop", e.getCause()));
    }
    return Listener.Stopped.FORCED;
  }
}
