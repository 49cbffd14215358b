package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import kabar.api.store.Append;
import kabar.api.store.Message;
import kabar.api.store.Progress;
import kabar.api.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that may not grow, which SQLite answers like a full disk.
final class FullDiskTest {
  private static final String LONG = "x".repeat(10_000);

  @TempDir private Path folder;

  @Test
  void failsWhatHasNoRoomAndKeepsWhatWasStored() {
    try (var store = Stores.open(folder, Map.of("max-size", "1"))) {
      var stored = fill(store);

      assertThat(Stores.failure(store.append(Stores.message("messi", "pele", LONG))))
          .hasMessageContaining("the disk is full, or the database has its max-size: make room");
      assertThat(Stores.answer(store.inbox("pele", Stores.newest())).items()).isEqualTo(stored);
      assertThat(store.cursor().position()).isEqualTo(stored.getLast().id());
      assertThat(store.maintenance().orElseThrow().verify(Progress.IGNORED).faults()).isEmpty();
    }
  }

  @Test
  void failsThoseOfABatchThatHaveNoRoomAndNoOthers() {
    try (var store = Stores.open(folder, Map.of("max-size", "1"))) {
      var stored = new ArrayList<Message>();
      var appends =
          IntStream.range(0, 200)
              .mapToObj(i -> store.append(Stores.message("messi", "pele", i + LONG)))
              .map(append -> append.handle((answer, _) -> keep(answer, stored)))
              .toList();
      appends.forEach(Stores::answer);

      assertThat(stored).hasSizeBetween(50, 110);
      assertThat(Stores.answer(store.inbox("pele", Stores.newest())).items()).isEqualTo(stored);
    }
  }

  @Test
  void goesOnByItselfWhenThereIsRoomAgain() {
    try (var store = Stores.open(folder, Map.of("max-size", "1"))) {
      var stored = fill(store);

      assertThat(Stores.answer(store.purge(Stores.AT.plusSeconds(1), 20))).isEqualTo(20);
      var next = Stores.send(store, Stores.message("messi", "pele", LONG));

      assertThat(next.id()).isEqualTo(stored.getLast().id() + 1);
      assertThat(store.maintenance().orElseThrow().verify(Progress.IGNORED).faults()).isEmpty();
    }
  }

  @Test
  void hasRoomWhenMoreIsAllowed() {
    List<Message> stored;
    try (var store = Stores.open(folder, Map.of("max-size", "1"))) {
      stored = fill(store);
    }

    try (var store = Stores.open(folder, Map.of("max-size", "2"))) {
      Stores.send(store, Stores.message("messi", "pele", LONG));
      assertThat(Stores.answer(store.inbox("pele", Stores.newest())).items())
          .hasSize(stored.size() + 1);
    }
  }

  private static boolean keep(@Nullable Append append, List<Message> stored) {
    return append instanceof Append.Stored(var message) && stored.add(message);
  }

  /// Stores messages until one has no room.
  private static List<Message> fill(SqliteStore store) {
    var stored = new ArrayList<Message>();
    for (int i = 0; i < 1_000; i++) {
      try {
        stored.add(Stores.send(store, Stores.message("messi", "pele", i + LONG)));
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(StoreException.class);
        return stored;
      }
    }
    throw new AssertionError("a megabyte holds ten");
  }
}
