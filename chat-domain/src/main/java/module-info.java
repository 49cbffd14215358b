import org.jspecify.annotations.NullMarked;

/// The rules of chat, free of any wire, database or user interface.
///
/// In reading order: a `ChatServer` has listeners, each connection is a `ChatConnection`, which
/// hands commands to the `CommandDispatcher`; behind it the `Router` calls the use cases that a
/// `Chat` puts together, `Logins` and `Mail` first, which stand on `Sessions`, `Presence` and the
/// store. What is told unasked goes from the store through `Delivery` to each `Subscription`.
/// `Administration` is what the operator of a running server may do.
@NullMarked
module kabar.domain {
  requires transitive kabar.api;
  requires transitive kabar.protocol;
  requires static org.jspecify;

  exports kabar.domain;

  uses kabar.api.store.StoreProvider;
  uses kabar.api.transport.TransportProvider;

  provides kabar.api.store.StoreProvider with
      kabar.domain.memory.MemoryStoreProvider;
}
