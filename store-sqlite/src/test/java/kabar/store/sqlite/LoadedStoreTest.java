package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kabar.api.Settings;
import kabar.api.store.Append;
import kabar.api.store.Message;
import kabar.api.store.Progress;
import kabar.api.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store with much to do.
final class LoadedStoreTest {
  @TempDir private Path folder;

  @Test
  void completesAThousandAppendsAtOnceInTheOrderOfTheirIds() {
    try (var store = Stores.open(folder)) {
      var order = new ArrayList<Long>();

      var appends =
          IntStream.range(0, 1_000)
              .mapToObj(i -> store.append(Stores.message("user" + i, "pele", "hey")))
              .map(append -> append.thenAccept(it -> order.add(id(it))))
              .toList();
      appends.forEach(Stores::answer);

      assertThat(order).isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
    }
  }

  @Test
  void completesAllThatWasBegunWhenItCloses() {
    var store = Stores.open(folder);
    var appends = begin(store, 2_000);
    var reads = IntStream.range(0, 200).mapToObj(_ -> read(store)).toList();

    store.close();

    assertThat(appends).allMatch(it -> it.isDone() && !it.isCompletedExceptionally());
    assertThat(reads).allMatch(it -> it.isDone() && !it.isCompletedExceptionally());
    try (var again = Stores.open(folder)) {
      assertThat(again.cursor().position()).isEqualTo(2_000);
    }
  }

  @Test
  void mayBeClosedByADependentOfARead() {
    var store = Stores.open(folder);

    Stores.answer(store.account("messi").thenRun(store::close));

    assertThat(Stores.failure(store.account("messi"))).hasMessage("the store is closed");
  }

  @Test
  void isBackedUpAsOfOneMomentWhileItIsWritten() throws IOException {
    var backup = folder.resolve("backup");
    try (var store = Stores.open(folder)) {
      Stores.send(store, "messi", "pele", 10_000);
      Stores.send(store, "pele", "messi", 10_000);
      var written = new ArrayList<CompletableFuture<Append>>();

      // Each step of the copy meets a commit made since the one before.
      store
          .maintenance()
          .orElseThrow()
          .backup(backup, (_, _) -> Stores.answer(remember(begin(store, 1), written)));

      assertThat(written).hasSizeGreaterThan(1);
      var verification = new SqliteBackups(Schema.CURRENT).verify(backup, Progress.IGNORED);
      assertThat(verification.faults()).isEmpty();
      assertThat(verification.counts()).containsEntry("messages", 20_000L);
    }
  }

  @Test
  void leavesNoPartOfABackupThatFails() throws IOException {
    var backup = Files.createDirectory(folder.resolve("backups")).resolve("backup");
    try (var store = Stores.open(folder)) {
      var maintenance = store.maintenance().orElseThrow();
      Files.writeString(backup, "precious");

      assertThatThrownBy(() -> maintenance.backup(backup, Progress.IGNORED))
          .isInstanceOf(FileAlreadyExistsException.class);

      assertThat(backup).hasContent("precious");
      assertThat(backup.getParent()).isDirectoryNotContaining(it -> !it.equals(backup));
    }
  }

  @Test
  void refusesABackupWithAFlippedBitAndLeavesTheFolderEmpty() throws IOException {
    var backup = folder.resolve("backup");
    try (var store = Stores.open(folder)) {
      Stores.send(store, Stores.message("messi", "pele", "precious"));
      store.maintenance().orElseThrow().backup(backup, Progress.IGNORED);
    }
    var bytes = Files.readAllBytes(backup);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("precious")] ^= 1;
    Files.write(backup, bytes);
    var target = Files.createDirectory(folder.resolve("target"));

    var backups = new SqliteBackups(Schema.CURRENT);
    assertThatThrownBy(() -> backups.restore(backup, target, Progress.IGNORED))
        .hasMessageContaining("is no backup that can be used: message 1 is damaged");

    assertThat(target).isEmptyDirectory();
  }

  @Test
  void looksThroughALargeFileBesideTheWork() throws Exception {
    Stores.open(folder).close();
    var options = SqliteOptions.from(Settings.none());
    var check = new QuickCheck(new Database(folder.resolve(Database.NAME), options, new Damage()));

    check.start();
    check.close();

    // It has let the file go, whether it came to its end or not.
    Stores.open(folder).close();
  }

  private static CompletableFuture<Append> remember(
      List<CompletableFuture<Append>> begun, List<CompletableFuture<Append>> all) {
    all.addAll(begun);
    return begun.getFirst();
  }

  private static List<CompletableFuture<Append>> begin(Store store, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> store.append(Stores.message("messi", "pele", "" + i)).toCompletableFuture())
        .toList();
  }

  private static CompletableFuture<List<Message>> read(Store store) {
    return store.inbox("pele", Stores.newest()).thenApply(it -> it.items()).toCompletableFuture();
  }

  private static long id(Append append) {
    return ((Append.Stored) append).message().id();
  }
}
