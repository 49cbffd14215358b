import org.jspecify.annotations.NullMarked;

/// What every part of Kabar agrees on: the values that cross modules and the two service-provider
/// interfaces, {@link kabar.api.transport transports} and {@link kabar.api.store stores}.
///
/// A plug-in requires this module and nothing else of Kabar's. It provides a
/// {@link kabar.api.transport.TransportProvider} or a {@link kabar.api.store.StoreProvider};
/// `chat-testkit` holds the contract that it has to pass.
@NullMarked
module kabar.api {
  requires static org.jspecify;

  exports kabar.api;
  exports kabar.api.store;
  exports kabar.api.transport;
}
