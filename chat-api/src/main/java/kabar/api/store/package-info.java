/// The store SPI: what outlives a connection and a restart. In reading order: {@link StoreProvider}
/// opens a {@link Store} of {@link Account}s, {@link Invite}s, {@link StoredSession}s,
/// {@link Message}s and {@link Marker}s; reads come as {@link Page}s. Messages and moves of markers
/// are {@link Change}s in one order: each has a position there, which is the id of a message. A
/// {@link Cursor} is a place in it, and a {@link Replay} brings what came after. Who follows a
/// store
/// is told of each change as it happens; {@link kabar.api.Followers} helps a store with that.
/// {@link StoreMaintenance} and {@link StoreBackups} are for the operator.
///
/// The sentences behind a dash are promises. Each is the display name of a test in `StoreContract`
/// of `chat-testkit`.
package kabar.api.store;
