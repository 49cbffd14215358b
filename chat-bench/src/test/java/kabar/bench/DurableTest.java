package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {
  private static final String TEXT = DurableContest.TEXT;

  @TempDir Path folder;

  @Test
  void messagesHaveAHundredBytes() {
    assertThat(TEXT.getBytes(StandardCharsets.UTF_8)).hasSize(100);
  }

  /// Fails when the schema of our store changes so that this no longer fits.
  @Test
  void bareSqliteHasARowForEachMessage() throws Exception {
    try (var sqlite = BareSqlite.in(folder, TEXT)) {
      sqlite.commit(2);
      sqlite.commit(1);
    }

    assertThat(number("SELECT count(*) FROM messages")).isEqualTo(4);
    assertThat(number("SELECT position FROM store")).isEqualTo(4);
    assertThat(number("SELECT sum(received) FROM conversations")).isEqualTo(4);
    assertThat(number("SELECT count(*) FROM conversations WHERE last = 4")).isEqualTo(2);
  }

  @Test
  void theFileHasALineForEachMessage() throws Exception {
    try (var file = new AppendedFile(folder, TEXT)) {
      file.commit(2);
      file.commit(GroupCommit.MOST);
    }

    assertThat(Files.readAllLines(folder.resolve("log")))
        .hasSize(2 + GroupCommit.MOST)
        .containsOnly(TEXT);
  }

  @Test
  void whatWaitsIsCommittedTogetherUpToABound() throws Exception {
    var batches = new HeldBatches();
    var stored = new CountDownLatch(3_001);

    try (var commits = new GroupCommit(batches)) {
      commits.append(stored::countDown);
      batches.begun.await();
      for (int i = 0; i < 3_000; i++) {
        commits.append(stored::countDown);
      }
      batches.mayGoOn.countDown();
      stored.await();
    }

    assertThat(batches.sizes).containsExactly(1, 1_024, 1_024, 952);
  }

  @Test
  void eachSenderSendsTheNextWhenTheLastIsStored() throws Exception {
    var batches = new CountedBatches();

    try (var loop = new DurableLoop(new GroupCommit(batches), 3)) {
      var round = loop.play(Duration.ofMillis(20));

      assertThat(round.stored()).isGreaterThanOrEqualTo(3).isEqualTo(batches.sum);
      assertThat(batches.largest).isBetween(1, 3);
    }
  }

  private long number(String query) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kabar.db"));
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.getLong(1);
    }
  }

  /// Holds the first batch back.
  private static final class HeldBatches implements GroupCommit.Batches {
    private final List<Integer> sizes = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Override
    public void commit(int count) {
      sizes.add(count);
      begun.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() {}
  }

  private static final class CountedBatches implements GroupCommit.Batches {
    private long sum;
    private int largest;

    @Override
    public void commit(int count) {
      sum += count;
      largest = Math.max(largest, count);
    }

    @Override
    public void close() {}
  }
}
