package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.api.store.StoreException;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of opening, watching and closing.
abstract class LifePromises {
  private static final Page<Message> NO_MESSAGES = new Page<>(List.of(), false);

  private final StoreContract contract;

  LifePromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("An empty folder opens as an empty store.")
  void opensEmpty() {
    var store = contract.store();

    assertThat(store.cursor().position()).isZero();
    assertThat(Outcome.of(store.accounts("", 1))).isEqualTo(new Page<>(List.of(), false));
    assertThat(Outcome.of(store.account("messi"))).isEmpty();
    assertThat(Outcome.of(store.session(TokenHash.of("token")))).isEmpty();
    assertThat(Outcome.of(store.inbox("messi", new Slice.Newest(1)))).isEqualTo(NO_MESSAGES);
    assertThat(Outcome.of(store.conversation("messi", "pele", new Slice.Newest(1))))
        .isEqualTo(NO_MESSAGES);
    assertThat(Outcome.of(store.replay("messi", store.cursor(), 1)))
        .isEqualTo(new Replay.Continued(new Page<>(List.of(), false), store.cursor()));
  }

  @Test
  @DisplayName("A setting that the provider does not know is refused.")
  void refusesAnUnknownSetting() {
    var folder = contract.emptyFolder();
    var settings = Settings.of("store.test", Map.of("no-store-knows-this", "1"));

    assertThatThrownBy(() -> contract.provider().open(folder, settings))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("store.test.no-store-knows-this");
  }

  @Test
  @DisplayName("An option that the provider lists is accepted with its default.")
  void acceptsDefaults() {
    for (var option : contract.provider().options()) {
      var settings = Settings.of("", Map.of(option.key(), option.fallbackText()));

      assertThatCode(() -> contract.provider().open(contract.emptyFolder(), settings).close())
          .doesNotThrowAnyException();
    }
  }

  @Test
  @DisplayName("A value that is not of the form of its option is refused.")
  void refusesOtherForms() {
    var wrong = "neither a number nor a word of any use";
    for (var option : contract.provider().options()) {
      if (option.form().read(wrong).isEmpty()) {
        var settings = Settings.of("store.test", Map.of(option.key(), wrong));

        assertThatThrownBy(() -> contract.provider().open(contract.emptyFolder(), settings))
            .isInstanceOf(SettingsException.class)
            .hasMessageContaining("store.test." + option.key());
      }
    }
  }

  @Test
  @DisplayName("Every new store has an incarnation of its own.")
  void hasAnIncarnationOfItsOwn() {
    var incarnations =
        Stream.generate(contract::openEmpty)
            .limit(10)
            .map(it -> it.cursor().incarnation())
            .toList();

    assertThat(incarnations)
        .doesNotHaveDuplicates()
        .doesNotContain(contract.store().cursor().incarnation())
        .allMatch(it -> it.matches("[a-z0-9]{1,16}"));
  }

  @Test
  @DisplayName("A store counts its accounts, sessions and messages, leaving out what is gone.")
  void counts() {
    var store = contract.store();
    var message = Sample.keyed("messi", "pele", "hey", "key");
    Outcome.of(store.addAccount(Sample.account("messi")));
    Outcome.of(store.addAccount(Sample.account("messi")));
    for (var token : List.of("one", "two", "three")) {
      Outcome.of(store.addSession(Sample.session(token, "messi")));
    }
    Outcome.of(store.removeSession(TokenHash.of("one")));
    contract.stored(message);
    Outcome.of(store.append(message));
    contract.stored(Sample.messages("messi", "pele", 3));

    assertThat(counter("accounts")).isEqualTo(1);
    assertThat(counter("sessions")).isEqualTo(2);
    assertThat(counter("messages")).isEqualTo(4);

    Outcome.of(store.deleteAccount("messi"));
    Outcome.of(store.purge(Sample.AT.plusSeconds(1), 3));

    assertThat(counter("accounts")).isZero();
    assertThat(counter("sessions")).isZero();
    assertThat(counter("messages")).isEqualTo(1);
  }

  @Test
  @DisplayName("A closed store fails what it is asked for.")
  void failsWhenClosed() {
    var store = contract.store();
    var cursor = store.cursor();
    var session = Sample.session("token", "messi");
    var token = session.token();

    store.close();

    assertThat(
            List.<CompletionStage<?>>of(
                store.addAccount(Sample.account("messi")),
                store.addAccount(Sample.account("messi"), token, Sample.AT),
                store.account("messi"),
                store.accounts("", 1),
                store.replacePassword("messi", "hash", "other"),
                store.setDisabled("messi", true),
                store.deleteAccount("messi"),
                store.addInvite(Sample.invite("code")),
                store.invites(),
                store.removeInvite(token),
                store.addSession(session),
                store.session(token),
                store.sessions("messi"),
                store.useSession(token, session.lastUse()),
                store.removeSession(token),
                store.removeSessions("messi"),
                store.expireSessions(new Store.Expiry(Sample.AT, Sample.AT, 1)),
                store.append(Sample.message("messi", "pele", "hey")),
                store.inbox("messi", new Slice.Newest(1)),
                store.conversation("messi", "pele", new Slice.Newest(1)),
                store.log(0, 1),
                store.conversations("messi", Long.MAX_VALUE, 1),
                store.mark("messi", "pele", 1),
                store.replay("messi", cursor, 1),
                store.purge(Sample.AT, 1)))
        .extracting(Outcome::failureOf)
        .hasOnlyElementsOfType(StoreException.class);
  }

  @Test
  @DisplayName("Closing a store twice is harmless.")
  void closesTwice() {
    var store = contract.store();
    contract.stored(Sample.message("messi", "pele", "hey"));

    store.close();
    store.close();

    assertThat(Outcome.failureOf(store.account("messi"))).isInstanceOf(StoreException.class);
  }

  private long counter(String name) {
    LongSupplier missing = () -> fail("no counter is named %s", name);
    return contract.store().counters().getOrDefault(name, missing).getAsLong();
  }
}
