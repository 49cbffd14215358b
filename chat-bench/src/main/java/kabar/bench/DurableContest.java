package kabar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// All who store on disk, in turns: whatever else the machine does meanwhile meets each of them.
///
/// @param plan how long to play
record DurableContest(Kabard kabard, Workplace workplace, Contest.Plan plan) {
  /// What is stored: 100 bytes.
  static final String TEXT = "All of it is on the disk now. ".repeat(4).substring(0, 100);

  /// Who takes part.
  enum Entrant {
    SERVER("kabard over TCP"),
    STORE("its store, called directly"),
    SQLITE("bare SQLite"),
    FILE("append-only file");

    private final String title;

    Entrant(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /// The medians of an entrant's rounds.
  ///
  /// @param ofSqlite messages per second, as a part of those of bare SQLite in the same round
  /// @param bytesEach of its files in the end, for each message
  record Outcome(
      double perSecond, double p99Millis, double cpuMicros, double ofSqlite, double bytesEach) {}

  /// Plays all rounds with so many senders. Everybody begins with nothing stored.
  Map<Entrant, Outcome> play(int senders) throws IOException {
    var folder = workplace.newFolder("durable");
    var lanes = new EnumMap<Entrant, DurableLane>(Entrant.class);
    try {
      for (var entrant : Entrant.values()) {
        var own = folder.resolve(entrant.name());
        lanes.put(entrant, DurableLane.open(own, it -> open(entrant, it, senders)));
      }
      play(lanes);
    } finally {
      for (var lane : lanes.values()) {
        lane.close();
      }
    }
    var outcomes = outcomes(lanes);
    Workplace.delete(folder);
    return outcomes;
  }

  private Durable open(Entrant entrant, Path folder, int senders) throws IOException {
    return switch (entrant) {
      case SERVER -> new DurableServer(kabard.start(workplace, folder), senders, TEXT);
      case STORE -> new DurableLoop(new StoreAppender(folder, TEXT), senders);
      case SQLITE -> new DurableLoop(new GroupCommit(BareSqlite.in(folder, TEXT)), senders);
      case FILE -> new DurableLoop(new GroupCommit(new AppendedFile(folder, TEXT)), senders);
    };
  }

  private void play(Map<Entrant, DurableLane> lanes) throws IOException {
    for (var lane : lanes.values()) {
      lane.warmUp(plan.warmUp());
    }
    for (int i = 0; i < plan.rounds(); i++) {
      for (var lane : lanes.values()) {
        lane.play(plan.round());
      }
    }
  }

  private static Map<Entrant, Outcome> outcomes(Map<Entrant, DurableLane> lanes)
      throws IOException {
    var sqlite = Objects.requireNonNull(lanes.get(Entrant.SQLITE));
    var outcomes = new EnumMap<Entrant, Outcome>(Entrant.class);
    for (var lane : lanes.entrySet()) {
      outcomes.put(lane.getKey(), outcome(lane.getValue(), sqlite));
    }
    return outcomes;
  }

  private static Outcome outcome(DurableLane lane, DurableLane sqlite) throws IOException {
    var parts = new ArrayList<Double>();
    for (int i = 0; i < lane.rounds().size(); i++) {
      parts.add(lane.rounds().get(i).perSecond() / sqlite.rounds().get(i).perSecond());
    }
    return new Outcome(
        Median.of(lane.rounds(), Durable.Round::perSecond),
        Median.of(lane.rounds(), Durable.Round::p99Millis),
        Median.of(lane.rounds(), Durable.Round::cpuMicros),
        Median.of(parts, Double::doubleValue),
        lane.bytesEach());
  }
}
