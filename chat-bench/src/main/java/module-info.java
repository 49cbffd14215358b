import org.jspecify.annotations.NullMarked;

/// The load tool: starts the packed server and what it is compared with as processes of their own,
/// loads them in turns, and prints tables.
///
/// In reading order: `Bench` reads the command line, `TextBench` is the programme of one
/// measurement, `Contest` plays its rounds, `LoadGenerator` is the load. `StoreReads` measures a
/// store without a server, `DurableBench` compares what stores on disk, each a `Durable`,
/// `DeliveryBench` follows messages to their reader. `UdpBench` compares transports, `Rivals` in
/// turns, each loaded by a `TransportLoad`; `TalkBench` plays a `Talk` on a bad network.
/// `CrashBench` is a proof: `CrashRun` kills, `LetterCheck` looks for what is lost. What all that
/// means is told in `docs/performance.md` and `docs/crashes.md`.
@NullMarked
module kabar.bench {
  requires info.picocli;
  // For bare SQLite, which the store is compared with.
  requires java.sql;
  requires kabar.api;
  // The network of `talk`.
  requires kabar.testkit;
  requires static org.jspecify;

  uses kabar.api.store.StoreProvider;
  uses kabar.api.transport.TransportProvider;

  // picocli fills the fields of the commands.
  opens kabar.bench to
      info.picocli;
}
