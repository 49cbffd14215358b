/// A transport within one process, for tests of what lies above the SPI: no socket, no descriptor,
/// one thread. It runs the same contract as every other transport.
package kabar.testkit.loopback;
