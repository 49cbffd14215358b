/// The contract of the store SPI. A store runs it by a subclass of
/// {@link kabar.testkit.store.StoreContract}; each test is named after the promise it shows.
package kabar.testkit.store;
