package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;
import kabar.api.store.Invite;
import kabar.api.store.Progress;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bits that flip on the disk.
final class DamageTest {
  private static final int PAGE = 4_096;

  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    try (var store = Stores.open(folder)) {
      Stores.answer(store.addAccount(Stores.account("messi")));
      Stores.answer(store.addSession(Stores.session("token", "messi")));
      Stores.answer(
          store.addInvite(new Invite(TokenHash.of("code"), "for Pele", Stores.AT, Stores.AT)));
      for (int i = 1; i <= 9; i++) {
        Stores.send(store, Stores.message("messi", "pele", "text number " + i));
      }
      Stores.send(store, Stores.message("lineker", "pele", "hello"));
    }
  }

  @Test
  void inAMessageFailsItsReadersAndNamesIt() throws IOException {
    flip("text number 5");

    refuses(it -> it.inbox("pele", Stores.newest()), "message 5 is damaged");
    refuses(it -> it.conversation("messi", "pele", Stores.newest()), "message 5 is damaged");
    refuses(it -> it.log(0, 10), "message 5 is damaged");
    isFoundByVerify("message 5 is damaged: its checksum is wrong");
  }

  @Test
  void inAMessageSpoilsNoOther() throws IOException {
    flip("text number 5");

    try (var store = Stores.open(folder)) {
      var newest = Stores.answer(store.inbox("pele", new Slice.Newest(4))).items();
      assertThat(newest).extracting(it -> it.id()).containsExactly(7L, 8L, 9L, 10L);
      Stores.send(store, Stores.message("messi", "pele", "goes on"));
    }
  }

  @Test
  void inAMessageThatLeaveNoTextAreNotTakenForOne() throws IOException {
    // The first of two bytes becomes one that UTF-8 does not know.
    try (var store = Stores.open(folder)) {
      Stores.send(store, Stores.message("messi", "henderson", "café"));
    }

    flip("caf".getBytes(StandardCharsets.UTF_8), 3, 0x20);

    refuses(it -> it.inbox("henderson", Stores.newest()), "message 11 is damaged");
  }

  @Test
  void inAnAccountFailItsReaders() throws IOException {
    flip("The messi");

    refuses(it -> it.account("messi"), "account 1 is damaged");
    refuses(it -> it.accounts("", 10), "account 1 is damaged");
    refuses(it -> it.replacePassword("messi", "hash of messi", "x"), "account 1 is damaged");
    isFoundByVerify("account 1 is damaged: its checksum is wrong");
  }

  @Test
  void inASessionFailItsReaders() throws IOException {
    flip("laptop of messi");

    refuses(it -> it.session(TokenHash.of("token")), "session 1 is damaged");
    refuses(it -> it.sessions("messi"), "session 1 is damaged");
    isFoundByVerify("session 1 is damaged: its checksum is wrong");
  }

  @Test
  void inAnInviteFailItsReaders() throws IOException {
    flip("for Pele");

    refuses(Store::invites, "invite 1 is damaged");
    isFoundByVerify("invite 1 is damaged: its checksum is wrong");
  }

  @Test
  void inANameDoNotGiveMessagesToSomebodyElse() throws IOException {
    // In the table only; its index would not lead there otherwise.
    change("UPDATE names SET name = 'pelf' WHERE name = 'pele'");

    refuses(it -> it.log(0, 10), "name 2 is damaged");
    isFoundByVerify("name 2 is damaged: its checksum is wrong");
  }

  @Test
  void inACountOfAConversationFailItsReaders() throws IOException {
    change("UPDATE conversations SET received = received + 1 WHERE id = 1");

    refuses(it -> it.conversations("pele", Long.MAX_VALUE, 10), "conversation 1 is damaged");
    refuses(it -> it.append(Stores.message("messi", "pele", "x")), "conversation 1 is damaged");
    isFoundByVerify("conversation 1 is damaged: its checksum is wrong");
  }

  @Test
  void inAnIndexThatHideARowAreFoundByVerify() throws IOException, SQLException {
    // The last message to pele, whose number is 2, goes to lineker's part of the index.
    flipInInboxes(3, 1);

    try (var store = Stores.open(folder)) {
      assertThat(Stores.answer(store.inbox("pele", Stores.newest())).items()).hasSize(9);
    }
    isFoundByVerify("messages_of_receiver");
  }

  @Test
  void inAnIndexNeverShowAMessageToSomebodyElse() throws IOException, SQLException {
    flipInInboxes(3, 1);

    refuses(it -> it.inbox("lineker", Stores.newest()), "message 10 is damaged");
  }

  @Test
  void inAnIndexNeverShowAnotherMessage() throws IOException, SQLException {
    try (var store = Stores.open(folder)) {
      Stores.send(store, Stores.message("messi", "henderson", "between us"));
    }

    // The entry of message 10 leads to message 11.
    flipInInboxes(4, 1);

    refuses(it -> it.inbox("pele", Stores.newest()), "message 11 is damaged");
  }

  @Test
  void areCounted() throws IOException {
    flip("text number 5");

    try (var store = Stores.open(folder)) {
      Stores.failure(store.inbox("pele", Stores.newest()));
      Stores.failure(store.inbox("pele", Stores.newest()));
      assertThat(store.counters().getOrDefault("damaged", () -> -1).getAsLong()).isEqualTo(2);
    }
  }

  private void refuses(Function<Store, CompletionStage<?>> work, String expected) {
    try (var store = Stores.open(folder)) {
      assertThat(Stores.failure(work.apply(store))).hasMessageContaining(expected);
    }
  }

  private void isFoundByVerify(String expected) {
    try (var store = Stores.open(folder)) {
      var verification = store.maintenance().orElseThrow().verify(Progress.IGNORED);
      assertThat(verification.isSound()).isFalse();
      assertThat(verification.faults()).anyMatch(it -> it.contains(expected));
    }
  }

  /// Flips a bit in the only place where a text stands in the file.
  private void flip(String text) throws IOException {
    flip(text.getBytes(StandardCharsets.UTF_8), 0, 1);
  }

  private void flip(byte[] around, int offset, int bits) throws IOException {
    var bytes = Files.readAllBytes(file());
    var places = places(bytes, around, 0, bytes.length);
    assertThat(places).hasSize(1);
    bytes[places.getFirst() + offset] ^= (byte) bits;
    Files.write(file(), bytes);
  }

  /// Changes a row without its seal.
  private void change(String statement) throws IOException {
    try (var sql = Database.alone(file(), new Damage())) {
      sql.run(statement);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /// Flips bits in the index of receivers, in the entry of the last message to pele.
  private void flipInInboxes(int offset, int bits) throws IOException, SQLException {
    var place = "SELECT pageno FROM dbstat WHERE name = 'messages_of_receiver'";
    int page;
    try (var sql = Database.unchanging(file(), new Damage())) {
      page = (int) sql.number(place);
    }
    var bytes = Files.readAllBytes(file());
    // An index entry: the length of its header, two one-byte numbers, receiver 2, message 10.
    var entry = new byte[] {3, 1, 1, 2, 10};
    var places = places(bytes, entry, (page - 1) * PAGE, page * PAGE);
    assertThat(places).hasSize(1);
    bytes[places.getFirst() + offset] ^= (byte) bits;
    Files.write(file(), bytes);
  }

  private Path file() {
    return folder.resolve(Database.NAME);
  }

  private static List<Integer> places(byte[] bytes, byte[] wanted, int from, int to) {
    return IntStream.rangeClosed(from, to - wanted.length)
        .filter(i -> Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length))
        .boxed()
        .toList();
  }
}
