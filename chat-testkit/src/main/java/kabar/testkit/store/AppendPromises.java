package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kabar.api.store.Append;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Slice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of one append and of keys.
abstract class AppendPromises {
  private final StoreContract contract;

  AppendPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("A message is kept as it was given, whatever text it has.")
  void keepsAMessage() {
    var texts =
        List.of(
            "",
            " ",
            " hey \r\n",
            "NUL \0, escape \u001b[31m, delete \u007f, next line \u0085",
            "quotes ' \" ` and -- ; %s \\u0041 {\"a\": 1}",
            "astral 😀, joined 👨‍👩‍👧‍👦, flag 🇮🇩",
            "e" + "\u0301".repeat(1_000),
            "\u202eright to left\u202c \u2028 \u2029 \ufeff \ufffe \uffff",
            "é is not e\u0301",
            "x".repeat(16 * 1024),
            "😀".repeat(4 * 1024));

    for (var text : texts) {
      var given = Sample.keyed("messi", "pele", text, "key-" + text.hashCode());
      var stored = contract.stored(given);
      assertThat(given(stored)).isEqualTo(given);
    }

    var read = Outcome.of(contract.store().inbox("pele", new Slice.Newest(100))).items();
    assertThat(read).extracting(Message::text).containsExactlyElementsOf(texts);
    assertThat(read).extracting(Message::at).containsOnly(Sample.AT);
    assertThat(read)
        .extracting(it -> it.key() + it.from() + it.to())
        .containsExactlyElementsOf(
            texts.stream().map(it -> "key-" + it.hashCode() + "messi" + "pele").toList());
  }

  @Test
  @DisplayName("The same key of the same sender stores nothing and gives the message stored first.")
  void storesAKeyOnce() {
    var store = contract.store();
    Queue<Append> appends = new ConcurrentLinkedQueue<>();

    Crowd.run(
        number -> {
          for (int i = 0; i < 50; i++) {
            var at = Sample.AT.plusSeconds(number);
            appends.add(
                Outcome.of(store.append(new NewMessage("messi", "pele", "text", "key" + i, at))));
          }
        });

    var inbox = Outcome.of(store.inbox("pele", new Slice.Newest(1_000))).items();
    var stored = appends.stream().filter(Append.Stored.class::isInstance).toList();
    var repeated = appends.stream().filter(Append.Repeated.class::isInstance).toList();
    assertThat(stored)
        .extracting(AppendPromises::message)
        .containsExactlyInAnyOrderElementsOf(inbox);
    assertThat(inbox).hasSize(50).extracting(Message::key).doesNotHaveDuplicates();
    assertThat(repeated).hasSize(50 * (Crowd.SIZE - 1));
    assertThat(repeated).extracting(AppendPromises::message).isSubsetOf(inbox);
  }

  @Test
  @DisplayName("The same key with another receiver or text is a conflict and stores nothing.")
  void refusesAnotherMessageUnderAKey() {
    var store = contract.store();
    var first = contract.stored(Sample.keyed("messi", "pele", "hey", "key"));
    var cursor = store.cursor();

    var otherText = store.append(Sample.keyed("messi", "pele", "Hey", "key"));
    var otherReceiver = store.append(Sample.keyed("messi", "lineker", "hey", "key"));
    var same = store.append(Sample.keyed("messi", "pele", "hey", "key"));

    assertThat(Outcome.of(otherText)).isEqualTo(new Append.Conflict());
    assertThat(Outcome.of(otherReceiver)).isEqualTo(new Append.Conflict());
    assertThat(Outcome.of(same)).isEqualTo(new Append.Repeated(first));
    assertThat(Outcome.of(store.inbox("pele", new Slice.Newest(9))).items()).containsExactly(first);
    assertThat(Outcome.of(store.inbox("lineker", new Slice.Newest(9))).items()).isEmpty();
    assertThat(store.cursor()).isEqualTo(cursor);
  }

  @Test
  @DisplayName("The same key of another sender is another message.")
  void keepsKeysOfSendersApart() {
    var messi = contract.stored(Sample.keyed("messi", "pele", "hey", "key"));
    var lineker = contract.stored(Sample.keyed("lineker", "pele", "hey", "key"));
    var pele = contract.stored(Sample.keyed("pele", "messi", "hello", "key"));

    var store = contract.store();
    assertThat(Outcome.of(store.inbox("pele", new Slice.Newest(9))).items())
        .containsExactly(messi, lineker);
    assertThat(Outcome.of(store.inbox("messi", new Slice.Newest(9))).items()).containsExactly(pele);
  }

  @Test
  @DisplayName("Messages without a key are never taken for each other.")
  void storesEveryMessageWithoutAKey() {
    var message = Sample.message("messi", "pele", "hey");

    var stored = List.of(contract.stored(message), contract.stored(message));

    var inbox = Outcome.of(contract.store().inbox("pele", new Slice.Newest(9))).items();
    assertThat(inbox).isEqualTo(stored);
    assertThat(inbox).extracting(Message::id).doesNotHaveDuplicates();
  }

  private static Message message(Append append) {
    return switch (append) {
      case Append.Stored(var message) -> message;
      case Append.Repeated(var message) -> message;
      case Append.Conflict() -> throw new AssertionError("a conflict has no message");
    };
  }

  private static NewMessage given(Message it) {
    return new NewMessage(it.from(), it.to(), it.text(), it.key(), it.at());
  }
}
