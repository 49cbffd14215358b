package kabar.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import kabar.api.store.Store;
import kabar.domain.ChatServer;

/// Reads what a started server keeps anyway, whenever somebody looks. Nothing that is read knows.
///
/// @param chat has started to listen, so that its listeners are all there
/// @param storeName the name of the store's provider
/// @param hashing what the hasher of passwords does
public record ServerMeters(ChatServer chat, String storeName, Store store, Hashing hashing)
    implements MeterBinder {

  /// What a hasher of passwords does.
  ///
  /// @param waiting how many passwords wait to be hashed
  /// @param refused how many were not hashed since the start, for want of time
  public record Hashing(IntSupplier waiting, LongSupplier refused) {}

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("kabar.connections", chat::connections)
        .description("Connections that are open now")
        .register(registry);
    FunctionCounter.builder("kabar.connections.evicted", chat, ChatServer::evictedConnections)
        .description("Connections that had said nothing and made room for others")
        .register(registry);
    FunctionCounter.builder("kabar.connections.refused", chat, ChatServer::refusedConnections)
        .description("Connections for which there was no room")
        .register(registry);
    Gauge.builder("kabar.users.online", chat::onlineUsers)
        .description("Users who are online")
        .register(registry);
    Gauge.builder("kabar.sessions", chat::knownSessions)
        .description("Sessions used since the start that have not ended")
        .register(registry);
    Gauge.builder("kabar.requests.unanswered", chat::unansweredRequests)
        .description("Requests that have arrived and are not answered yet")
        .register(registry);
    Gauge.builder("kabar.passwords.waiting", hashing.waiting()::getAsInt)
        .description("Passwords that wait to be hashed")
        .register(registry);
    FunctionCounter.builder("kabar.passwords.refused", chat, _ -> hashing.refused().getAsLong())
        .description("Passwords that were not hashed, because too many waited or for too long")
        .register(registry);
    bindLive(registry);
    bindLimits(registry);
    bindStore(registry);
    bindTransports(registry);
  }

  private void bindLive(MeterRegistry registry) {
    Gauge.builder("kabar.live.subscriptions", chat::subscriptions)
        .description("Connections that are told of what happens")
        .register(registry);
    FunctionCounter.builder("kabar.live.told", chat, ChatServer::noticesTold)
        .description("Notices handed over to connections")
        .register(registry);
    FunctionCounter.builder("kabar.live.dropped", chat, ChatServer::noticesDropped)
        .description("Notices of typing and presence that found no room")
        .register(registry);
    FunctionCounter.builder("kabar.live.catchups", chat, ChatServer::catchUps)
        .description("How often a connection was to get from the store what found no room")
        .register(registry);
  }

  /// A counter forgets an object that nobody else holds; hence it is given the server.
  private void bindLimits(MeterRegistry registry) {
    chat.limitHits()
        .forEach(
            (limit, hits) ->
                FunctionCounter.builder("kabar.limit.hits", chat, _ -> hits.getAsLong())
                    .description("How often a limit was reached")
                    .tag("limit", limit)
                    .register(registry));
  }

  private void bindStore(MeterRegistry registry) {
    store
        .counters()
        .forEach(
            (name, counter) ->
                Gauge.builder("kabar.store." + name, counter::getAsLong)
                    .description("What the store counts as " + name)
                    .tag("store", storeName)
                    .register(registry));
  }

  /// Listeners of one transport are added up: an address makes no tag.
  private void bindTransports(MeterRegistry registry) {
    transportCounters()
        .forEach(
            (transport, counters) ->
                counters.forEach(
                    (name, parts) ->
                        Gauge.builder("kabar.transport." + name, () -> sum(parts))
                            .description("What the transport counts as " + name)
                            .tag("transport", transport)
                            .register(registry)));
  }

  /// By transport and counter, the counter of each listener.
  private Map<String, Map<String, List<LongSupplier>>> transportCounters() {
    var transports =
        chat.counters().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    listener -> listener.getKey().getScheme(),
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    var byName = new TreeMap<String, Map<String, List<LongSupplier>>>();
    transports.forEach((transport, listeners) -> byName.put(transport, byName(listeners)));
    return byName;
  }

  private static Map<String, List<LongSupplier>> byName(List<Map<String, LongSupplier>> listeners) {
    return listeners.stream()
        .flatMap(counters -> counters.entrySet().stream())
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static long sum(List<LongSupplier> counters) {
    return counters.stream().mapToLong(LongSupplier::getAsLong).sum();
  }
}
