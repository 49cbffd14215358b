package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kabar.api.store.Slice;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private final Rules rules = Rules.ofDemo();
  private final Conversations conversations = rules.chat.conversations();
  private final Caller caller = new Caller(FakeConnection.PEER);
  private final String messi = rules.login("messi", caller);
  private final String henderson = rules.login("henderson", caller);
  private final String lineker = rules.login("lineker", caller);

  @Test
  void showBothSidesOfOneConversationAndNothingElse() {
    send(messi, "henderson", "hey");
    send(henderson, "messi", "oi");
    send(lineker, "messi", "hello");

    assertThat(texts(history(messi, new Slice.Newest(10)))).containsExactly("hey", "oi");
  }

  @Test
  void arePagedBothWaysAndTellTrulyWhetherThereIsMore() {
    var ids = IntStream.range(0, 5).mapToLong(i -> send(messi, "henderson", "m" + i)).toArray();

    var newest = history(henderson, new Slice.Newest(2));
    var before = history(henderson, new Slice.Before(ids[3], 3));
    var after = history(henderson, new Slice.After(ids[0], 3));
    var last = history(henderson, new Slice.After(ids[3], 1));

    assertThat(texts(newest)).containsExactly("m3", "m4");
    assertThat(newest.more()).isTrue();
    assertThat(texts(before)).containsExactly("m0", "m1", "m2");
    assertThat(before.more()).isFalse();
    assertThat(texts(after)).containsExactly("m1", "m2", "m3");
    assertThat(after.more()).isTrue();
    assertThat(texts(last)).containsExactly("m4");
    assertThat(last.more()).isFalse();
  }

  @Test
  void comeAtMost200MessagesAtATime() {
    for (int i = 0; i < 201; i++) {
      rules.clockwork.advance(Duration.ofSeconds(1));
      send(messi, "henderson", "m" + i);
    }

    var page = history(messi, new Slice.Newest(1_000));

    assertThat(page.notes()).hasSize(200);
    assertThat(page.more()).isTrue();
  }

  @Test
  void showAKeyToItsSenderOnly() {
    rules.ask(new Command.Send(messi, "henderson", "hey", "k1"), caller);

    assertThat(history(messi, new Slice.Newest(1)).notes())
        .extracting(Reply.Note::key)
        .containsExactly("k1");
    assertThat(history(henderson, "messi", new Slice.Newest(1)).notes())
        .extracting(Reply.Note::key)
        .containsExactly("");
  }

  @Test
  void holdAMessageOnceHoweverOftenItIsSentUnderOneKey() {
    var first = rules.ask(new Command.Send(messi, "henderson", "hey", "k1"), caller);
    var again = rules.ask(new Command.Send(messi, "henderson", "hey", "k1"), caller);
    var other = rules.ask(new Command.Send(messi, "henderson", "oi", "k1"), caller);

    assertThat(again).isEqualTo(first);
    assertThat(other).isEqualTo(Reply.Refused.because(Reason.CONFLICT));
    assertThat(texts(history(messi, new Slice.Newest(9)))).containsExactly("hey");
  }

  @Test
  void doNotUseAKeyUpForAMessageThatWasRefused() {
    rules.ask(new Command.Send(messi, "henderson", "x".repeat(17), "k1"), caller);
    rules.ask(new Command.Send(messi, "neymar", "hey", "k1"), caller);

    assertThat(rules.ask(new Command.Send(messi, "henderson", "hey", "k1"), caller))
        .isInstanceOf(Reply.Sent.class);
  }

  @Test
  void areListedByTheirNewestMessageWithWhatIsUnread() {
    send(henderson, "messi", "one");
    long two = send(henderson, "messi", "two");
    long hello = send(messi, "lineker", "hello");

    var all = list(messi, Long.MAX_VALUE, 10);
    var first = list(messi, Long.MAX_VALUE, 1);
    var second = list(messi, hello, 1);

    assertThat(all.talks())
        .extracting(
            it -> it.with().displayName(), it -> Long.parseLong(it.last().id()), Reply.Talk::unread)
        .containsExactly(tuple("Gary Lineker", hello, 0L), tuple("Jordan Henderson", two, 2L));
    assertThat(first.more()).isTrue();
    assertThat(second.talks()).containsExactly(all.talks().getLast());
    assertThat(second.more()).isFalse();
  }

  @Test
  void shareOneMarkerThatMovesForwardOnly() {
    long one = send(henderson, "messi", "one");
    long two = send(henderson, "messi", "two");

    assertThat(read(messi, "henderson", two))
        .isEqualTo(new Reply.Marked("henderson", String.valueOf(two)));
    assertThat(read(messi, "henderson", one))
        .isEqualTo(new Reply.Marked("henderson", String.valueOf(two)));
    assertThat(list(messi, Long.MAX_VALUE, 1).talks().getFirst())
        .extracting(Reply.Talk::unread, Reply.Talk::marker)
        .containsExactly(0L, String.valueOf(two));
  }

  @Test
  void existWithNobodyWhoNeverHadAnAccount() {
    var unknown = Reply.Refused.because(Reason.UNKNOWN_USER);
    var reader = rules.session(messi);

    assertThat(Rules.now(conversations.history(reader, "neymar", new Slice.Newest(1))))
        .isEqualTo(unknown);
    assertThat(read(messi, "neymar", 1)).isEqualTo(unknown);
  }

  @Test
  void stayWithSomebodyWhoWasDeleted() {
    send(henderson, "messi", "hey");
    Rules.now(rules.administration().delete("henderson"));

    assertThat(texts(history(messi, new Slice.Newest(1)))).containsExactly("hey");
    assertThat(list(messi, Long.MAX_VALUE, 1).talks().getFirst().with().displayName())
        .isEqualTo("henderson");
  }

  private long send(String token, String to, String text) {
    var id = ((Reply.Sent) rules.ask(new Command.Send(token, to, text, ""), caller)).id();
    return Long.parseLong(id);
  }

  private Reply.History history(String token, Slice slice) {
    var other = token.equals(messi) ? "henderson" : "messi";
    return history(token, other, slice);
  }

  private Reply.History history(String token, String with, Slice slice) {
    return (Reply.History) Rules.now(conversations.history(rules.session(token), with, slice));
  }

  private Reply.Conversations list(String token, long before, int limit) {
    return (Reply.Conversations) Rules.now(conversations.list(rules.session(token), before, limit));
  }

  private Reply read(String token, String with, long upTo) {
    return Rules.now(conversations.read(rules.session(token), with, upTo));
  }

  private static List<String> texts(Reply.History page) {
    return page.notes().stream().map(Reply.Note::text).toList();
  }
}
