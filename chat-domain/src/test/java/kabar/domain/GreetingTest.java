package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import kabar.api.Settings;
import kabar.api.transport.TransportLimits;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private final Rules rules = Rules.ofDemo();
  private final Caller caller = Live.caller();

  @Test
  void tellsWhatTheServerIsAndWhatItCanDo() {
    var greeted = hello(rules);

    assertThat(greeted.server()).isEqualTo("kabard");
    assertThat(greeted.version()).isNotEmpty();
    assertThat(greeted.node()).isNotEmpty();
    assertThat(greeted.methods()).contains("hello", "login", "send", "subscribe");
  }

  @Test
  void tellsTheLimitsThatHold() {
    assertThat(hello(rules).limits())
        .containsExactly(
            entry("maxObjectBytes", 65_536L),
            entry("maxMessageBytes", (long) Rules.MAX_MESSAGE_BYTES),
            entry("maxPageMessages", 200L),
            entry("maxPageBytes", 262_144L),
            entry("messagesPerSecond", 5L),
            entry("messageBurst", 20L),
            entry("pingSeconds", 60L),
            entry("idleSeconds", 150L));
  }

  @Test
  void tellsNoPaceWhereThereIsNone() {
    var limits = ChatLimits.from(Settings.of("limits", Map.of("messages", "off")), 1);
    var greeting = new Greeting(rules.chat.around(), limits, Map.of());

    assertThat(((Reply.Greeted) greeting.hello(caller)).limits())
        .doesNotContainKeys("messagesPerSecond", "messageBurst");
  }

  @Test
  void tellsHowLongAnObjectMayBeOnTheTransportOfWhoeverAsks() {
    var small = TransportLimits.from(Settings.of("", Map.of("max-payload-bytes", "4096")));
    var limits = ChatLimits.withConnections(1);
    var greeting = new Greeting(rules.chat.around(), limits, Map.of("fake", small));

    assertThat(((Reply.Greeted) greeting.hello(caller)).limits())
        .containsEntry("maxObjectBytes", 4_096L);
  }

  @Test
  void tellsWhenItIsAndWhereTheStoreIs() {
    var before = rules.store.cursor();
    rules.login("messi", caller);
    rules.ask(new Command.Send("", "henderson", "hey", ""), caller);

    assertThat(rules.ask(new Command.Ping(), caller))
        .isEqualTo(new Reply.Pong(rules.clock.instant(), rules.store.cursor().toString()));
    assertThat(rules.store.cursor()).isNotEqualTo(before);
  }

  private Reply.Greeted hello(Rules rules) {
    return (Reply.Greeted) rules.ask(new Command.Hello("test", ""), caller);
  }
}
