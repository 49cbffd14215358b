package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Command.Range;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a live connection reads once it is bound.
class BoundCommandsTest {
  private final Rules rules = Rules.ofDemo();
  private final Caller messi = Live.caller();
  private final Caller henderson = Live.caller();

  BoundCommandsTest() {
    rules.login("messi", messi);
    rules.login("henderson", henderson);
  }

  static Stream<Command> withIdsOfNothing() {
    return Stream.of(
        new Command.History("messi", new Range.Before("x-1"), 10),
        new Command.History("messi", new Range.After("x-1"), 10),
        new Command.ListConversations(10, "x-1"),
        new Command.Read("messi", "x-1"));
  }

  @ParameterizedTest
  @MethodSource("withIdsOfNothing")
  void refusesIdsThatAreNone(Command command) {
    assertThat(rules.ask(command, henderson))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.INVALID_PARAMETER);
              assertThat(refused.detail())
                  .endsWith(": cannot use 'x-1' (expected the id of a message)");
            });
  }

  @Test
  void pagesAConversationByTheIdsThatItTells() {
    var ids = Stream.of("one", "two", "three", "four").map(it -> send("henderson", it)).toList();

    assertThat(texts(new Range.Newest(), 2)).containsExactly("three", "four");
    assertThat(texts(new Range.Before(ids.get(2)), 2)).containsExactly("one", "two");
    assertThat(texts(new Range.After(ids.get(1)), 1)).containsExactly("three");
  }

  @Test
  void listsConversationsByTheIdsThatItTells() {
    send("henderson", "one");
    send("lineker", "two");
    var first = conversations("");

    var second = conversations(first.talks().getFirst().last().id());

    assertThat(first.talks()).extracting(it -> it.with().user()).containsExactly("lineker");
    assertThat(first.more()).isTrue();
    assertThat(second.talks()).extracting(it -> it.with().user()).containsExactly("henderson");
    assertThat(second.more()).isFalse();
  }

  @Test
  void movesAMarkerForAllSessionsOfAUser() {
    var id = send("henderson", "one");
    var another = Live.caller();
    rules.login("henderson", another);

    assertThat(rules.ask(new Command.Read("messi", id), henderson))
        .isEqualTo(new Reply.Marked("messi", id));

    var talks = ((Reply.Conversations) rules.ask(new Command.ListConversations(1, ""), another));
    assertThat(talks.talks())
        .extracting(Reply.Talk::unread, Reply.Talk::marker)
        .containsExactly(tuple(0L, id));
  }

  @Test
  void listsUsersAndWhetherTheyAreThere() {
    assertThat(users(false))
        .containsExactly(
            tuple("henderson", Availability.ONLINE),
            tuple("lineker", Availability.OFFLINE),
            tuple("messi", Availability.ONLINE));
    assertThat(users(true))
        .containsExactly(
            tuple("henderson", Availability.ONLINE), tuple("messi", Availability.ONLINE));
  }

  private List<Tuple> users(boolean isOnline) {
    var page = (Reply.People) rules.ask(new Command.ListUsers(isOnline, "", 10, ""), messi);
    return page.people().stream().map(it -> tuple(it.profile().user(), it.presence())).toList();
  }

  private String send(String to, String text) {
    return ((Reply.Sent) rules.ask(new Command.Send("", to, text, ""), messi)).id();
  }

  private List<String> texts(Range range, int limit) {
    var page = (Reply.History) rules.ask(new Command.History("messi", range, limit), henderson);
    return page.notes().stream().map(Reply.Note::text).toList();
  }

  private Reply.Conversations conversations(String after) {
    return (Reply.Conversations) rules.ask(new Command.ListConversations(1, after), messi);
  }
}
