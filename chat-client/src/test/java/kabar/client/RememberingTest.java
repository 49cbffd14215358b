package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Profile;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

/// What a client knows from one start to the next.
class RememberingTest {
  private static final Profile HENDERSON = new Profile("henderson", "Jordan Henderson", "Inggris");

  private final World world = World.ofMessi();

  @Test
  void showsConversationsBeforeThereIsAConnection() {
    var first = world.online();
    world.pass(Duration.ofSeconds(2));
    world.server.tell(ChatClientTest.posted("1", "hai", "s-2"));
    world.pass(Duration.ofSeconds(5));
    first.kill();
    world.net.unreachable(true);

    var second = world.machine();
    world.pass(Duration.ofSeconds(1));

    assertThat(second.client().conversations()).hasSize(1);
    assertThat(second.client().messages("henderson").notes())
        .extracting(Reply.Note::text)
        .containsExactly("hai");
    assertThat(second.client().user()).contains("messi");
  }

  @Test
  void knowsWhetherThereMayBeOtherConversations() {
    world.net.unreachable(true);
    var first = world.machine();
    world.pass(Duration.ofSeconds(1));
    assertThat(first.client().knowsAllConversations()).isFalse();

    world.net.unreachable(false);
    first.client().connect();
    world.pass(Duration.ofSeconds(30));
    assertThat(first.client().knowsAllConversations()).isTrue();
    first.kill();
    world.net.unreachable(true);
    var second = world.machine();
    world.pass(Duration.ofSeconds(1));

    assertThat(second.client().knowsAllConversations()).isTrue();
  }

  @Test
  void goesOnAfterTheCursorThatIsKept() {
    var first = world.online();
    world.pass(Duration.ofSeconds(2));
    world.server.tell(ChatClientTest.posted("1", "hai", "s-2"));
    world.pass(Duration.ofSeconds(5));
    first.kill();

    var second = world.online();

    assertThat(world.server.asked(Command.Subscribe.class).getLast().after()).isEqualTo("s-2");
    assertThat(second.news(News.Posted.class)).isEmpty();
    assertThat(second.news(News.Reset.class)).isEmpty();
  }

  @Test
  void readsAnewWhatADamagedCacheHeld() {
    var first = world.online();
    world.pass(Duration.ofSeconds(5));
    first.kill();
    var cache = world.disk.text("cache");
    world.disk.put("cache", cache.substring(0, cache.length() - 10));

    world.online();

    assertThat(world.server.asked(Command.Subscribe.class).getLast().after()).isEmpty();
  }

  @Test
  void doesNotShowTheConversationsOfSomebodyElse() throws ProfileException {
    var first = world.online();
    world.server.tell(ChatClientTest.posted("1", "hai", "s-2"));
    world.pass(Duration.ofSeconds(5));
    first.kill();
    world.net.unreachable(true);
    SessionFile.in(world.disk.program())
        .write(new KeptSession(VirtualNet.SERVER, "lineker", ScriptedServer.TOKEN));

    var other = world.machine();
    world.pass(Duration.ofSeconds(1));

    assertThat(other.client().conversations()).isEmpty();
  }

  @Test
  void keepsDrafts() {
    var first = world.machine(Machine.plan(world.net));
    var _ = first.client().start();
    first.client().saveDraft("henderson", "apa kab");
    first.client().saveDraft("lineker", "ha");
    first.client().saveDraft("lineker", "");
    world.pass(Duration.ofSeconds(2));
    first.kill();

    var second = world.machine(Machine.plan(world.net));
    var started = second.client().start().toCompletableFuture();
    world.until(started::isDone);

    assertThat(second.client().draft("henderson")).isEqualTo("apa kab");
    assertThat(second.client().draft("lineker")).isEmpty();
  }

  @Test
  void tellsWhatWasReadWhileItWasOffline() {
    var first = world.online();
    world.pass(Duration.ofSeconds(2));
    world.server.tell(ChatClientTest.posted("1", "hai", "s-2"));
    world.pass(Duration.ofSeconds(2));
    world.net.unreachable(true);
    world.server.hangUp();
    world.until(() -> !first.isOnline());
    first.client().read("henderson", "1");
    world.pass(Duration.ofSeconds(5));
    long unread = first.client().conversations().getFirst().unread();
    first.kill();
    world.net.unreachable(false);

    world.online();
    world.until(() -> !world.server.asked(Command.Read.class).isEmpty());

    assertThat(unread).isZero();
    assertThat(world.server.asked(Command.Read.class))
        .containsExactly(new Command.Read("henderson", "1"));
  }

  @Test
  void followsWithoutKeepingAnything() {
    var plan = Machine.plan(world.net).remembering(new Memory.Following("s-0"));

    var machine = world.machine(plan).go();
    world.until(machine::isOnline);
    world.server.tell(ChatClientTest.posted("1", "hai", "s-2"));
    world.server.tell(new Event.Marked("henderson", "1", "s-3"));
    world.pass(Duration.ofSeconds(5));

    assertThat(world.server.asked(Command.Subscribe.class).getFirst().after()).isEqualTo("s-0");
    assertThat(machine.news(News.Posted.class))
        .extracting(News.Posted::cursor)
        .containsExactly("s-2");
    assertThat(machine.news(News.Marked.class))
        .containsExactly(new News.Marked("henderson", "1", "s-3"));
    assertThat(world.disk.names()).doesNotContain("cache");
    assertThat(world.server.asked(Command.ListConversations.class)).isEmpty();
  }

  @Test
  void learnsTheNamesOfThoseWhoWriteForTheFirstTime() {
    var machine = world.online();
    world.pass(Duration.ofSeconds(2));
    var note = ChatClientTest.posted("1", "hai", "s-2").note();
    var talk = new Reply.Talk(HENDERSON, note, 1, "");
    world.server.answering(
        command ->
            command instanceof Command.ListConversations
                ? Optional.of(new Reply.Conversations(List.of(talk), false))
                : Optional.empty());

    world.server.tell(new Event.Posted(note, "s-2"));
    world.pass(Duration.ofSeconds(5));

    assertThat(machine.client().conversations()).containsExactly(talk);
  }

  @Test
  void writesACacheThatReadsTheSame() {
    long seed = Long.getLong("kabar.seed", new Random().nextLong());
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var cache = cache(random);
      var lines = new CacheLines().write(cache);

      var read = new CacheLines().read(SealedText.read(SealedText.write(lines), 0));

      assertThat(read).as("again with -Dkabar.seed=%d", seed).contains(cache);
    }
  }

  private static Cache cache(Random random) {
    var kept =
        random.ints(random.nextInt(4), 0, 1_000).mapToObj(number -> kept(number, random)).toList();
    return new Cache("messi", random.nextBoolean() ? "" : "s-7", kept, Map.of("henderson", "9"));
  }

  private static Mirror.Kept kept(int number, Random random) {
    var with = new Profile("u" + number, "Ü \"" + number + "\"", random.nextBoolean() ? "" : "ID");
    var note =
        new Reply.Note(
            "" + number, with.user(), "messi", "hai\n\u0000🦜" + number, "", ScriptedServer.NOON);
    var marker = random.nextBoolean() ? "" : "" + number;
    return new Mirror.Kept(
        new Reply.Talk(with, note, random.nextInt(5), marker),
        new Reply.History(List.of(note), random.nextBoolean()),
        random.nextBoolean());
  }
}
