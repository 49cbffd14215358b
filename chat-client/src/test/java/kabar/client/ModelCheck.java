package kabar.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kabar.api.store.Conversation;
import kabar.api.store.Cursor;
import kabar.api.store.Message;
import kabar.protocol.Reply;

/// Compares what everybody sees with what was written.
final class ModelCheck {
  private static final int ALL = 100_000;

  private final ModelWorld world;
  private final List<Posting> postings;
  private final List<Message> stored;

  ModelCheck(ModelWorld world, List<Posting> postings) {
    this.world = world;
    this.postings = postings;
    this.stored = world.server.stored().log(0, ALL).toCompletableFuture().join().items();
  }

  /// @param isQuiet whether everybody came online and sent all in time
  void check(boolean isQuiet) {
    refuseBugs();
    assertThat(isQuiet).as("everybody is online and has sent all: %s", restless()).isTrue();
    checkStored();
    checkOrder();
    world.sites.forEach(this::checkSite);
    world.sites.forEach(site -> site.lives.forEach(life -> checkNews(site, life)));
  }

  private void refuseBugs() {
    for (var site : world.sites) {
      for (var life : site.lives) {
        assertThat(life.loop().bugs()).as("bugs at %s", site).isEmpty();
      }
    }
  }

  private List<String> restless() {
    var restless = new ArrayList<String>();
    for (var site : world.sites) {
      for (var machine : site.running()) {
        restless.add(
            "%s %s %s".formatted(site, machine.client().state(), machine.client().outbox()));
      }
    }
    return restless;
  }

  /// Each message that was promised is stored once, and none that was refused.
  private void checkStored() {
    var counts = new HashMap<String, Integer>();
    stored.forEach(message -> counts.merge(message.text(), 1, Integer::sum));
    for (var posting : postings) {
      int count = counts.getOrDefault(posting.text, 0);
      assertThat(count).as("copies of %s", posting).isLessThanOrEqualTo(1);
      if (posting.isPromised()) {
        assertThat(count).as("copies of %s, which was promised", posting).isEqualTo(1);
      }
      if (posting.isRefused()) {
        assertThat(count).as("copies of %s, which was refused", posting).isZero();
      }
    }
  }

  /// What one program sent in a conversation is stored in the order of sending.
  private void checkOrder() {
    var positions = new HashMap<String, Long>();
    stored.forEach(message -> positions.put(message.text(), message.id()));
    var last = new HashMap<String, Long>();
    for (var posting : postings) {
      var position = positions.get(posting.text);
      if (position != null && !posting.isGivenUp) {
        var lane = System.identityHashCode(posting.by) + " " + posting.to;
        var before = last.put(lane, position);
        assertThat(position).as("place of %s", posting).isGreaterThan(before == null ? 0 : before);
      }
    }
  }

  private void checkSite(Site site) {
    var client = requireNonNull(site.main).client();
    var expected = conversations(site.user);
    assertThat(client.conversations().stream().map(ModelCheck::shown))
        .as("conversations at %s", site)
        .isEqualTo(expected.stream().map(ModelCheck::shown).toList());
    for (var conversation : expected) {
      assertThat(client.messages(conversation.with()).notes().stream().map(ModelCheck::shown))
          .as("messages of %s at %s", conversation.with(), site)
          .isEqualTo(messages(site.user, conversation.with()));
    }
  }

  private List<Conversation> conversations(String user) {
    return world
        .server
        .stored()
        .conversations(user, Long.MAX_VALUE, 200)
        .toCompletableFuture()
        .join()
        .items();
  }

  private List<String> messages(String user, String with) {
    return stored.stream()
        .filter(it -> isBetween(it, user, with))
        .map(it -> it.id() + " " + it.from() + " " + head(it.text()))
        .toList();
  }

  private static boolean isBetween(Message message, String user, String with) {
    return (message.from().equals(user) && message.to().equals(with))
        || (message.from().equals(with) && message.to().equals(user));
  }

  private static String shown(Reply.Note note) {
    return note.id() + " " + note.from() + " " + head(note.text());
  }

  private static String shown(Reply.Talk talk) {
    return "%s last %s unread %d marker %s"
        .formatted(
            talk.with().user(),
            talk.last().id(),
            talk.unread(),
            talk.marker().isEmpty() ? "0" : talk.marker());
  }

  private static String shown(Conversation conversation) {
    return "%s last %d unread %d marker %d"
        .formatted(
            conversation.with(),
            conversation.last().id(),
            conversation.unread(),
            conversation.marker());
  }

  private static String head(String text) {
    return text.substring(0, Math.min(20, text.length()));
  }

  /// What a program was told came in order, once, and without a gap but where it was told of one.
  private void checkNews(Site site, Machine life) {
    var places = places(site.user);
    int next = -1;
    for (var news : life.news()) {
      switch (news) {
        case News.Reset(var cursor) -> next = seenAt(site.user, cursor);
        case News.Posted(var note, _) -> {
          var place = requireNonNull(places.get(note.id()));
          if (next >= 0) {
            assertThat(place).as("place of %s as told to %s", note, site).isEqualTo(next);
          }
          next = place + 1;
        }
        default -> {}
      }
    }
    if (next >= 0 && site.running().contains(life)) {
      assertThat(next).as("messages told to %s", site).isEqualTo(places.size());
    }
  }

  /// How many of a user's messages were stored up to a cursor.
  private int seenAt(String user, String cursor) {
    long position = Cursor.parse(cursor).orElseThrow().position();
    return (int) mine(user).filter(message -> message.id() <= position).count();
  }

  private Stream<Message> mine(String user) {
    return stored.stream()
        .filter(message -> message.from().equals(user) || message.to().equals(user));
  }

  /// The places of a user's messages among those that the user may see.
  private Map<String, Integer> places(String user) {
    var places = new HashMap<String, Integer>();
    mine(user).forEach(message -> places.put(String.valueOf(message.id()), places.size()));
    return places;
  }
}
