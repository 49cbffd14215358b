import org.jspecify.annotations.NullMarked;

/// What every part of Kabar agrees on: the values that cross modules and the service-provider
/// interfaces, {@link kabar.api.transport transports}, {@link kabar.api.store stores} and, without
/// a
/// way to plug one in yet, the {@link kabar.api.fanout fan-out}.
///
/// A plug-in requires this module and nothing else of Kabar's. It provides a
/// {@link kabar.api.transport.TransportProvider} or a {@link kabar.api.store.StoreProvider};
/// `chat-testkit` holds the contract that it has to pass.
@NullMarked
module kabar.api {
  requires static org.jspecify;

  exports kabar.api;
  exports kabar.api.fanout;
  exports kabar.api.store;
  exports kabar.api.transport;
}
