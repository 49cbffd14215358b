package kabar.store.sqlite;

import kabar.api.Settings;

/// The settings of the store.
///
/// @param cacheMegabytes memory for pages on the writer's connection; each reader has a quarter
/// @param maxMegabytes how large the database may become; 0 for as large as the disk
/// @param maxBatch writes in one transaction at most
/// @param readers threads that read
record SqliteOptions(int cacheMegabytes, int maxMegabytes, int maxBatch, int readers) {
  private static final int MAX_MEGABYTES = 16_000_000;

  static SqliteOptions from(Settings settings) {
    int cores = Runtime.getRuntime().availableProcessors();
    var options =
        new SqliteOptions(
            settings.integer("cache", 8, 1, 4_096),
            settings.integer("max-size", 0, 0, MAX_MEGABYTES),
            settings.integer("batch", 1_024, 1, 10_000),
            settings.integer("readers", Math.clamp(cores, 2, 4), 1, 64));
    settings.rejectUnknown();
    return options;
  }
}
