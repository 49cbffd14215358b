package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kabar.api.Settings;
import kabar.api.store.Append;
import kabar.api.store.NewMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriterTest {
  @TempDir private Path folder;

  private Ledger ledger;
  private Opening opening;
  private Writer writer;

  @BeforeEach
  void open() {
    opening = Opening.of(folder, SqliteOptions.from(Settings.none()), Schema.CURRENT);
    ledger = opening.ledger();
    writer = new Writer(ledger, 1_000, _ -> {});
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    ledger.close();
    opening.lock().close();
  }

  @Test
  void commitsWhateverWaitsAtOnce() {
    var appends = append(100);

    writer.start();

    appends.forEach(Stores::answer);
    assertThat(writer.batches()).isEqualTo(1);
  }

  @Test
  void commitsNoMoreAtOnceThanItMay() {
    var appends = append(2_500);

    writer.start();

    appends.forEach(Stores::answer);
    assertThat(writer.batches()).isEqualTo(3);
  }

  @Test
  void failsOnlyTheOneOfABatchThatCannotBeDone() {
    var before = append(10);
    var culprit = writer.submit(WriterTest::failHalfWay, 0);
    var after = append(10);

    writer.start();

    assertThat(Stores.failure(culprit)).hasMessageContaining("no such table: nowhere");
    assertThat(ids(before)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(ids(after)).containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
  }

  @Test
  void undoesWhatAFailedWriteDidAndRemembered() throws SQLException {
    var culprit = writer.submit(WriterTest::failHalfWay, 0);
    writer.start();
    Stores.failure(culprit);

    var next = writer.submit(it -> it.mail().append(Stores.message("pele", "messi", "hi")), 0);

    assertThat(((Append.Stored) Stores.answer(next)).message().id()).isEqualTo(1);
    writer.close();
    assertThat(ledger.sql().number("SELECT count(*) FROM names")).isEqualTo(2);
    assertThat(ledger.sql().number("SELECT max(received) FROM conversations")).isEqualTo(1);
  }

  @Test
  void takesABugForAFailureAndGoesOn() {
    var culprit =
        writer.submit(
            _ -> {
              throw new IllegalStateException("on purpose");
            },
            0);
    writer.start();

    assertThat(Stores.failure(culprit)).hasMessageContaining("on purpose");
    append(1).forEach(Stores::answer);
  }

  @Test
  void isBusyWhereTooMuchWaits() {
    var appends = append(16_384);

    var tooMuch = append(1).getFirst();

    assertThat(Stores.failure(tooMuch)).hasMessageContaining("the store is busy");
    writer.start();
    appends.forEach(Stores::answer);
    append(1).forEach(Stores::answer);
  }

  @Test
  void isBusyWhereTooManyBytesWait() {
    var first = writer.submit(_ -> 1, 32 << 20);

    var tooMuch = writer.submit(_ -> 2, 1);

    assertThat(Stores.failure(tooMuch)).hasMessageContaining("the store is busy");
    writer.start();
    assertThat(Stores.answer(first)).isEqualTo(1);
  }

  @Test
  void completesWhatWasBegunBeforeItCloses() {
    var appends = append(3_000);
    writer.start();

    writer.close();

    assertThat(appends).allMatch(CompletableFuture::isDone);
    assertThat(ids(appends))
        .isEqualTo(IntStream.rangeClosed(1, 3_000).asLongStream().boxed().toList());
  }

  @Test
  void mayBeClosedByADependentOfAWrite() {
    var closed = append(1).getFirst().thenRun(writer::close);

    writer.start();

    Stores.answer(closed);
  }

  @Test
  void doesNotWaitForThoseWhoHearOfAWrite() {
    var release = new CountDownLatch(1);
    var slow = append(1).getFirst().thenAccept(_ -> await(release));
    writer.start();

    var order = new ArrayList<Long>();
    var next = append(1).getFirst();
    var seen = writer.submit(it -> it.standing().position(), 0).thenAccept(order::add);
    // Committed behind the back of the one that still blocks the completer.
    while (writer.batches() < 2) {
      Thread.onSpinWait();
    }
    assertThat(next).isNotDone();
    release.countDown();

    Stores.answer(slow);
    Stores.answer(seen);
    assertThat(order).containsExactly(2L);
  }

  @Test
  void keepsTheOrderOfCommitsWhenTheClockIsSetBack() {
    writer.start();
    var times = List.of(Stores.AT, Stores.AT.minus(Duration.ofDays(1)), Instant.EPOCH);

    var ids = times.stream().map(it -> Stores.answer(writer.submit(at(it), 0))).toList();
    // All but the last two are too new, but the oldest in order stands before them.
    var purged = writer.submit(it -> it.mail().purge(Stores.AT, 10), 0);

    assertThat(ids).containsExactly(1L, 2L, 3L);
    assertThat(Stores.answer(purged)).isZero();
  }

  private static Pending.Write<Long> at(Instant at) {
    return ledger -> {
      var message = new NewMessage("messi", "pele", "hey", "", at);
      return ((Append.Stored) ledger.mail().append(message)).message().id();
    };
  }

  private List<CompletableFuture<Append>> append(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> writer.submit(it -> it.mail().append(Stores.message("messi", "pele", "" + i)), 0))
        .toList();
  }

  private static List<Long> ids(List<CompletableFuture<Append>> appends) {
    return appends.stream().map(it -> ((Append.Stored) Stores.answer(it)).message().id()).toList();
  }

  private static Void failHalfWay(Ledger ledger) throws SQLException {
    ledger.mail().append(Stores.message("messi", "pele", "half"));
    ledger.sql().update("DELETE FROM nowhere");
    return null;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
