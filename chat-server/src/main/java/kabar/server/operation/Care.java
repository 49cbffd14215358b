package kabar.server.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import kabar.api.store.Verification;
import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;
import kabar.server.control.Output;
import kabar.server.control.RefusedException;

/// Backs the store up, checks it, and tells what takes how much room.
public final class Care {
  private final Site site;

  Care(Site site) {
    this.site = site;
  }

  /// Tells what a check has found.
  ///
  /// @throws RefusedException if that is not all well
  public static void report(Verification verification, Output output) {
    verification
        .counts()
        .forEach((what, count) -> output.row(JsonLine.of("what", what).with("count", count)));
    verification.faults().forEach(fault -> output.say("fault: " + fault));
    if (!verification.isSound()) {
      throw new RefusedException(
          "verify: %d faults were found (expected none: restore a backup that is sound)"
              .formatted(verification.faults().size()));
    }
  }

  /// The exception for a store without the care that a command needs.
  public static RefusedException unable(String command, String storeName) {
    return new RefusedException(
        "%s: the store '%s' keeps nothing on disk and cannot do this (expected a store that can,"
                .formatted(command, storeName)
            + " such as sqlite)");
  }

  void backup(JsonLine request, Dialogue dialogue) throws IOException {
    var maintenance = site.maintenance("backup");
    var file = Path.of(request.text("file").orElseThrow());
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    maintenance.backup(file, dialogue.progress());
    dialogue.say("The backup is in '%s': %,d bytes.".formatted(file, Files.size(file)));
  }

  void verify(JsonLine request, Dialogue dialogue) {
    report(site.maintenance("verify").verify(dialogue.progress()), dialogue);
    dialogue.say("The store is sound.");
  }

  /// The parts that the store tells of lie in the files of the folder.
  void usage(JsonLine request, Dialogue dialogue) throws IOException {
    long all = 0;
    for (var file : files()) {
      long bytes = Files.exists(file) ? Files.size(file) : 0;
      all += bytes;
      row(dialogue, "file", site.data().relativize(file).toString(), bytes);
    }
    row(dialogue, "folder", site.data().toString(), all);
    var maintenance = site.store().maintenance();
    if (maintenance.isPresent()) {
      maintenance.get().usage().forEach((what, bytes) -> row(dialogue, "store", what, bytes));
    } else {
      dialogue.say("The store '%s' takes no room on disk.".formatted(site.storeName()));
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(site.data())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void row(Dialogue dialogue, String kind, String what, long bytes) {
    dialogue.row(JsonLine.of("of", kind).with("what", what).with("bytes", bytes));
  }
}
