package kabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kabar.bench.Durable.Round;

/// One who takes part in a contest, with a folder of its own and what came of its rounds.
final class DurableLane implements AutoCloseable {
  /// The server takes no other folder.
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final Durable durable;
  private final List<Round> rounds = new ArrayList<>();
  private long stored;

  private DurableLane(Path folder, Durable durable) {
    this.folder = folder;
    this.durable = durable;
  }

  /// Opens whatever stores in a folder.
  @FunctionalInterface
  interface Opening {
    Durable in(Path folder) throws IOException;
  }

  static DurableLane open(Path folder, Opening opening) throws IOException {
    Files.createDirectories(folder, OWNER_ONLY);
    return new DurableLane(folder, opening.in(folder));
  }

  /// Plays a round that does not count.
  void warmUp(Duration duration) throws IOException {
    stored += durable.play(duration).stored();
  }

  void play(Duration duration) throws IOException {
    var round = durable.play(duration);
    stored += round.stored();
    rounds.add(round);
  }

  List<Round> rounds() {
    return rounds;
  }

  /// What a message takes on disk. Only after a close is everything where it stays.
  double bytesEach() throws IOException {
    return (double) Workplace.size(folder) / stored;
  }

  @Override
  public void close() throws IOException {
    durable.close();
  }
}
