package kabar.client;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/// What a client stands on, and what tests replace.
///
/// @param loop the client's thread and its time
/// @param disk runs one task after the other, which may block
/// @param waiting runs tasks at once, which may block for long
/// @param random for keys and pauses
/// @param folders opens profile folders; called on `disk`
/// @param release ends what the others have begun, once
record Surroundings(
    Loop loop,
    Executor disk,
    Executor waiting,
    RandomGenerator random,
    FolderSource folders,
    Runnable release) {

  /// Threads, the machine's clock, and disks.
  static Surroundings ofThreads() {
    var loop = new ThreadLoop("kabar-client");
    var disk =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("kabar-client-disk").factory());
    var waiting =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("kabar-client-connect").factory());
    return new Surroundings(
        loop,
        disk,
        waiting,
        new LateRandom(),
        DiskFolder::open,
        () -> {
          loop.close();
          disk.shutdown();
          waiting.shutdown();
        });
  }
}
