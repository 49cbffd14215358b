package kabar.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Reason;
import org.junit.jupiter.api.Test;

class OutboxFileTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final FakeDisk disk = new FakeDisk();
  private final AtomicInteger words = new AtomicInteger();
  private final OutboxFile file = file();

  @Test
  void readsWhatWasWritten() throws ProfileException {
    file.add(entry("a", "hai\n\"apa\" kabar? 🦜"));
    file.add(entry("b", ""));
    file.settle("b", new Standing.Failed(Reason.TOO_LARGE, "too long,\nreally"));

    assertThat(file().look().open())
        .containsExactly(
            entry("a", "hai\n\"apa\" kabar? 🦜"),
            entry("b", "").standing(new Standing.Failed(Reason.TOO_LARGE, "too long, really")));
  }

  @Test
  void seesWhatOthersHaveWritten() throws ProfileException {
    var other = file();
    file.add(entry("a", "hai"));
    other.look();
    file.settle("a", new Standing.Sent("7", NOON));

    assertThat(other.hasNews()).isTrue();
    assertThat(other.look().changed())
        .containsExactly(entry("a", "hai").standing(new Standing.Sent("7", NOON)));
    assertThat(other.hasNews()).isFalse();
  }

  @Test
  void keepsWhatIsWholeOfAFileThatIsDamagedAtItsEnd() throws ProfileException {
    file.add(entry("a", "hai"));
    var whole = disk.text("outbox");
    file.add(entry("b", "halo"));
    disk.put("outbox", disk.text("outbox").substring(0, whole.length() + 20));

    var glance = file().look();

    assertThat(glance.open()).containsExactly(entry("a", "hai"));
    assertThat(glance.trouble())
        .startsWith("disk/outbox: damaged; what is whole was kept, the rest is in disk/outbox.dam");
    assertThat(disk.names()).anyMatch(name -> name.startsWith("outbox.damaged-"));
  }

  @Test
  void keepsWhatStandsBehindADamagedLine() throws ProfileException {
    file.add(entry("a", "one"));
    file.add(entry("b", "two"));
    disk.put("outbox", disk.text("outbox").replace("\"one\"", "\"owe\""));

    assertThat(file().look().open()).containsExactly(entry("b", "two"));
  }

  @Test
  void readsADamagedFileThoughTheDiskIsFull() throws ProfileException {
    file.add(entry("a", "hai"));
    disk.put("outbox", disk.text("outbox") + "0123");
    disk.full(true);
    var reader = file();

    var glance = reader.look();

    assertThat(glance.open()).containsExactly(entry("a", "hai"));
    assertThat(glance.trouble()).contains("No space left on device");
    assertThatThrownBy(() -> reader.add(entry("b", "halo"))).isInstanceOf(ProfileException.class);
    disk.full(false);
    reader.add(entry("b", "halo"));
    assertThat(file().look().open()).containsExactly(entry("a", "hai"), entry("b", "halo"));
  }

  @Test
  void hasNewsAfterAWriteThatFailedThoughItHadReadThem() throws ProfileException {
    var other = file();
    file.add(entry("a", "hai"));
    disk.full(true);

    assertThatThrownBy(() -> other.add(entry("b", "halo"))).isInstanceOf(ProfileException.class);

    assertThat(other.hasNews()).isTrue();
    assertThat(other.look().changed()).containsExactly(entry("a", "hai"));
    assertThat(other.hasNews()).isFalse();
  }

  @Test
  void refusesAFileOfANewerVersion() throws ProfileException {
    disk.put("outbox", new SealedLine("kabar-outbox", "2 abc").text());

    assertThatThrownBy(file::look)
        .isInstanceOf(ProfileException.class)
        .hasMessage("disk/outbox: was written by a newer Kabar (version 2; this one knows 1)");
  }

  @Test
  void putsWhatIsRetriedBehindWhatWaits() throws ProfileException {
    file.add(entry("a", "one"));
    file.settle("a", new Standing.Failed(Reason.UNKNOWN_USER, ""));
    file.add(entry("b", "two"));

    var glance =
        file.change("a", it -> it.standing() instanceof Standing.Failed, new Standing.Kept());

    assertThat(glance.orElseThrow().open()).extracting(OutboxEntry::key).containsExactly("b", "a");
    assertThat(
            file.change("b", it -> it.standing() instanceof Standing.Failed, new Standing.Kept()))
        .isEmpty();
  }

  @Test
  void forgetsWhatWasSettledLongAgo() throws ProfileException {
    for (int i = 0; i <= 1_001; i++) {
      file.add(entry("k" + i, "hai"));
      file.settle("k" + i, new Standing.Sent("" + i, NOON));
    }
    file.add(entry("last", "hai"));

    assertThat(disk.text("outbox").lines().count()).isLessThan(300);
    assertThat(file().look().open()).extracting(OutboxEntry::key).containsExactly("last");
  }

  @Test
  void followsAFileThatWasWrittenAnew() throws ProfileException {
    var other = file();
    file.add(entry("a", "hai"));
    other.look();
    disk.put("outbox", requireNonNull(disk.text("outbox")) + "torn");
    file.look();
    file.add(entry("b", "halo"));

    assertThat(other.look().open()).extracting(OutboxEntry::key).containsExactly("a", "b");
  }

  private OutboxFile file() {
    return new OutboxFile(disk.program(), () -> "w" + words.incrementAndGet());
  }

  private static OutboxEntry entry(String key, String text) {
    return new OutboxEntry(key, "messi", "henderson", text, NOON, new Standing.Kept());
  }
}
