package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kabar.api.Settings;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.domain.memory.MemoryStoreProvider;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Store store = new MemoryStoreProvider().open(Path.of(""), Settings.none());
  private final List<Person> online = new ArrayList<>();
  private final Directory directory =
      new Directory(store, profile -> person(profile, Availability.OFFLINE), () -> online);

  @Test
  void listsAllByNameAndHowTheyStand() {
    add("messi", "henderson", "lineker");

    assertThat(list("", "", 10).people())
        .containsExactly(
            person(profile("henderson"), Availability.OFFLINE),
            person(profile("lineker"), Availability.OFFLINE),
            person(profile("messi"), Availability.OFFLINE));
  }

  @Test
  void pagesWithoutAGapAndTellsTrulyWhetherThereAreMore() {
    add("a", "b", "c", "d");

    assertThat(names(list("", "", 2))).containsExactly("a", "b");
    assertThat(list("", "", 2).more()).isTrue();
    assertThat(names(list("", "b", 2))).containsExactly("c", "d");
    assertThat(list("", "b", 2).more()).isFalse();
    assertThat(names(list("", "d", 2))).isEmpty();
    assertThat(names(list("", "bb", 2))).containsExactly("c", "d");
  }

  @ParameterizedTest
  @CsvSource({
    "m, m mes messi mess-up m.z mf",
    "mes, mes messi mess-up",
    "mess, messi mess-up",
    "messi, messi",
    "messi0, ''",
    "z, z",
    "-, -x",
    "M, ''",
    "mé, ''",
    "'m i', ''",
  })
  void listsThoseWhoseNamesBeginSo(String prefix, String expected) {
    add("-x", "a", "l", "m", "mes", "messi", "mess-up", "m.z", "mf", "n", "z");

    var found = list(prefix, "", 100);

    assertThat(names(found))
        .isSorted()
        .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" ", -1));
    assertThat(found.more()).isFalse();
  }

  @Test
  void pagesThoseWhoseNamesBeginSo() {
    add("ma", "mb", "mc", "n");

    assertThat(names(list("m", "ma", 1))).containsExactly("mb");
    assertThat(list("m", "ma", 1).more()).isTrue();
    assertThat(names(list("m", "mb", 1))).containsExactly("mc");
    assertThat(list("m", "mb", 1).more()).isFalse();
    assertThat(names(list("m", "a", 1))).containsExactly("ma");
    assertThat(names(list("m", "n", 1))).isEmpty();
  }

  @Test
  void leavesDeletedAccountsOutHoweverManyThereAre() {
    IntStream.range(100, 900).forEach(i -> add("user" + i));
    IntStream.range(101, 899).forEach(i -> Rules.now(store.deleteAccount("user" + i)));

    assertThat(names(list("", "", 2))).containsExactly("user100", "user899");
    assertThat(list("", "", 2).more()).isFalse();
    assertThat(list("", "", 1).more()).isTrue();
  }

  @Test
  void holdsDisabledAccounts() {
    add("messi");
    Rules.now(store.setDisabled("messi", true));

    assertThat(names(list("", "", 1))).containsExactly("messi");
  }

  @Test
  void listsTwoHundredAtMost() {
    IntStream.range(0, 201).forEach(i -> add("user" + i));

    assertThat(list("", "", 1_000).people()).hasSize(200);
    assertThat(list("", "", 1_000).more()).isTrue();
  }

  @Test
  void listsThoseOnlineTheSameWay() {
    for (var user : List.of("lineker", "ma", "mb", "mc", "n")) {
      online.add(person(profile(user), Availability.AWAY));
    }

    assertThat(names(listOnline("", "", 10))).containsExactly("lineker", "ma", "mb", "mc", "n");
    assertThat(listOnline("", "", 10).people()).isEqualTo(online);
    assertThat(names(listOnline("m", "ma", 1))).containsExactly("mb");
    assertThat(listOnline("m", "ma", 1).more()).isTrue();
    assertThat(names(listOnline("m", "mb", 1))).containsExactly("mc");
    assertThat(listOnline("m", "mb", 1).more()).isFalse();
  }

  @Test
  void refusesAPageAfterWhatNobodyCanBeCalled() {
    var asked = new Command.ListUsers(false, "", 10, "No one");

    assertThat(Rules.now(directory.list(asked)))
        .isEqualTo(
            new Reply.Refused(
                Reason.INVALID_PARAMETER,
                "after: expected a user name, which is " + UserName.RULE));
  }

  private Reply.People list(String prefix, String after, int limit) {
    var asked = new Command.ListUsers(false, prefix, limit, after);
    return (Reply.People) Rules.now(directory.list(asked));
  }

  private Reply.People listOnline(String prefix, String after, int limit) {
    var asked = new Command.ListUsers(true, prefix, limit, after);
    return (Reply.People) Rules.now(directory.list(asked));
  }

  private void add(String... users) {
    for (var user : users) {
      var account = new Account(user, "The " + user, "", "", Account.State.ACTIVE, NOW);
      assertThat(Rules.now(store.addAccount(account))).isTrue();
    }
  }

  private static List<String> names(Reply.People page) {
    return page.people().stream().map(it -> it.profile().user()).toList();
  }

  private static Profile profile(String user) {
    return new Profile(user, "The " + user, "");
  }

  private static Person person(Profile profile, Availability presence) {
    return new Person(profile, presence, "", NOW);
  }
}
