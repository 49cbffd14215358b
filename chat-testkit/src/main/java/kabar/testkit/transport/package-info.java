/// The contract of the transport SPI. A transport runs it by a subclass of
/// {@link kabar.testkit.transport.TransportContract}; each test is named after the promise it
/// shows.
package kabar.testkit.transport;
