package kabar.store.sqlite;

import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// The settings of the store.
///
/// @param cacheMegabytes memory for pages on the writer's connection (`cache`); each reader has a
///     quarter of it
/// @param maxMegabytes how large the database may become (`max-size`); 0 for as large as the disk
/// @param maxBatch writes in one transaction at most (`batch`)
/// @param readers threads that read (`readers`)
record SqliteOptions(int cacheMegabytes, int maxMegabytes, int maxBatch, int readers) {
  private static final Option<Integer> CACHE =
      Option.of(
          "cache",
          Form.wholeNumber(1, 4_096),
          8,
          "Megabytes of memory for pages of the writer; each reader has a quarter of that");
  private static final Option<Integer> MAX_SIZE =
      Option.of(
          "max-size",
          Form.wholeNumber(0, 16_000_000),
          0,
          "Megabytes that the database may have; 0 stands for what the disk has");
  private static final Option<Integer> BATCH =
      Option.of("batch", Form.wholeNumber(1, 10_000), 1_024, "Writes in one transaction at most");
  private static final Option<Integer> READERS =
      Option.of("readers", Form.wholeNumber(1, 64), 2, "Threads that read")
          .orElse(
              Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4),
              "as many as there are cores, from 2 to 4");

  static final List<Option<?>> ALL = List.of(CACHE, MAX_SIZE, BATCH, READERS);

  static SqliteOptions from(Settings settings) {
    var read =
        new SqliteOptions(
            settings.get(CACHE),
            settings.get(MAX_SIZE),
            settings.get(BATCH),
            settings.get(READERS));
    settings.rejectUnknown();
    return read;
  }
}
