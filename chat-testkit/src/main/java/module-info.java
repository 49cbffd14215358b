/// Contracts: abstract tests that an implementer of a service-provider interface runs, a
/// transport in memory for tests of what lies above the SPI, and enemies of clients.
@org.jspecify.annotations.NullMarked
open module kabar.testkit {
  requires transitive kabar.api;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires java.logging;
  // Annotations only: not needed when the program runs.
  requires static org.jspecify;

  exports kabar.testkit.fanout;
  exports kabar.testkit.fuzzing;
  exports kabar.testkit.hostile;
  exports kabar.testkit.loopback;
  exports kabar.testkit.network;
  exports kabar.testkit.store;
  exports kabar.testkit.transcript;
  exports kabar.testkit.transport;

  provides kabar.api.transport.TransportProvider with
      kabar.testkit.loopback.LoopbackTransportProvider;
}
