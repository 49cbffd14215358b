package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Command.Range;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Sending and reading over the wire, and seeing who is there.
@ParameterizedClass
@EnumSource(StreamTransport.class)
class RpcMessagesTest extends RpcDialect {

  RpcMessagesTest(StreamTransport transport) {
    super(transport);
  }

  @Test
  void areReadByBothSidesAndTheirKeysByTheSender() throws IOException {
    var server = demo();
    var messi = loggedIn(server, "messi");
    var henderson = loggedIn(server, "henderson");

    var sent = (Reply.Sent) messi.ask(send(" apa\tkabar? 👋 ", "k1"));

    var atMessi = history(messi, "henderson").notes().getFirst();
    var atHenderson = history(henderson, "messi").notes().getFirst();
    assertThat(atMessi)
        .isEqualTo(
            new Reply.Note(sent.id(), "messi", "henderson", " apa\tkabar? 👋 ", "k1", sent.at()));
    assertThat(atHenderson.key()).isEmpty();
    assertThat(atHenderson.text()).isEqualTo(atMessi.text());
  }

  @Test
  void areOneHoweverOftenTheyAreSentUnderOneKey() throws IOException {
    var messi = loggedIn(demo(), "messi");

    var first = messi.ask(send("hey", "k1"));
    var again = messi.ask(send("hey", "k1"));
    var other = messi.ask(send("oi", "k1"));

    assertThat(again).isEqualTo(first);
    assertThat(reason(other)).isEqualTo(Reason.CONFLICT);
    assertThat(texts(history(messi, "henderson"))).containsExactly("hey");
  }

  @Test
  void areRefusedWhereTheyAreTooFastAndCostNothingThen() throws IOException {
    var server = demo();
    var messi = loggedIn(server, "messi");
    for (int i = 0; i < 20; i++) {
      assertThat(messi.ask(send("m" + i, ""))).isInstanceOf(Reply.Sent.class);
    }

    for (int i = 0; i < 3; i++) {
      assertThat(retryAfter(messi.ask(send("one", "k1")))).isEqualTo(Duration.ofMillis(200));
    }

    assertThat(server.hits(Limit.MESSAGES)).isEqualTo(3);
    server.clockwork().advance(Duration.ofMillis(200));
    assertThat(messi.ask(send("two", "k1"))).isInstanceOf(Reply.Sent.class);
  }

  @Test
  void areRefusedWhereTheyAreTooLargeOrToNobody() throws IOException {
    var messi = loggedIn(demo(), "messi");

    assertThat(messi.ask(send("é".repeat(8_192), ""))).isInstanceOf(Reply.Sent.class);
    assertThat(reason(messi.ask(send("é".repeat(8_192) + "!", "")))).isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(messi.ask(new Command.Send("", "neymar", "hey", ""))))
        .isEqualTo(Reason.UNKNOWN_USER);
  }

  @Test
  void areRefusedWhileTheStoreFailsAndTheConnectionStays() throws IOException {
    var store = DemoUsers.store();
    var messi = loggedIn(start(store, DISCREET), "messi");
    store.close();

    assertThat(reason(messi.ask(send("hey", "")))).isEqualTo(Reason.UNAVAILABLE);
    assertThat(reason(messi.ask(new Command.ListSessions()))).isEqualTo(Reason.UNAVAILABLE);
    assertThat(messi.ask(new Command.Ping())).isInstanceOf(Reply.Pong.class);
  }

  @Test
  void arePagedInConversationsWithMarkersThatAllDevicesShare() throws IOException {
    var server = demo();
    var messi = loggedIn(server, "messi");
    var phone = loggedIn(server, "henderson");
    var laptop = loggedIn(server, "henderson");
    messi.ask(send("one", ""));
    var two = ((Reply.Sent) messi.ask(send("two", ""))).id();
    messi.ask(send("three", ""));

    assertThat(phone.ask(new Command.Read("messi", two))).isEqualTo(new Reply.Marked("messi", two));

    var talks = (Reply.Conversations) laptop.ask(new Command.ListConversations(10, ""));
    assertThat(talks.talks())
        .extracting(it -> it.with().displayName(), Reply.Talk::unread, Reply.Talk::marker)
        .containsExactly(tuple("Lionel Messi", 1L, two));
    assertThat(texts(laptop.ask(new Command.History("messi", new Range.Before(two), 10))))
        .containsExactly("one");
    assertThat(texts(laptop.ask(new Command.History("messi", new Range.After(two), 10))))
        .containsExactly("three");
    assertThat(reason(laptop.ask(new Command.Read("messi", "x"))))
        .isEqualTo(Reason.INVALID_PARAMETER);
  }

  @Test
  void listsUsersAndWhoIsThere() throws IOException {
    var messi = loggedIn(demo(), "messi");

    var all = (Reply.People) messi.ask(new Command.ListUsers(false, "", 2, ""));
    var online = (Reply.People) messi.ask(new Command.ListUsers(true, "m", 2, ""));

    assertThat(all.people())
        .extracting(it -> it.profile().user(), it -> it.presence())
        .containsExactly(
            tuple("henderson", Availability.OFFLINE), tuple("lineker", Availability.OFFLINE));
    assertThat(all.more()).isTrue();
    assertThat(online.people())
        .extracting(it -> it.profile().user(), it -> it.presence())
        .containsExactly(tuple("messi", Availability.ONLINE));
  }
}
