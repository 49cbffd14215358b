/// The store SPI: what outlives a connection and a restart. In reading order: {@link StoreProvider}
/// opens a {@link Store} of {@link Account}s, {@link StoredSession}s, {@link Message}s and
/// {@link Marker}s; reads come as {@link Page}s, and a {@link Cursor} is a place in the order in
/// which everything was committed. {@link StoreMaintenance} and {@link StoreBackups} are for the
/// operator.
///
/// The sentences behind a dash are promises. Each is the display name of a test in `StoreContract`
/// of `chat-testkit`.
package kabar.api.store;
