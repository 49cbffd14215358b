package kabar.domain;

import java.lang.module.ModuleDescriptor;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kabar.api.store.Store;
import kabar.protocol.Reply;

/// What the server tells anybody: what it is, and that it is there.
final class Greeting {
  private static final String PROGRAM = "kabard";

  /// The one server of a chat; there are no others yet.
  private static final String NODE = "1";

  private final Store store;
  private final InstantSource clock;
  private final Reply.Greeted greeted;

  Greeting(Surroundings around, ChatLimits limits) {
    this.store = around.store();
    this.clock = around.clock();
    this.greeted = new Reply.Greeted(PROGRAM, version(), NODE, byName(limits), List.of());
  }

  Reply hello() {
    return greeted;
  }

  Reply ping() {
    return new Reply.Pong(clock.instant(), cursor());
  }

  /// Up to where there is something to be told of.
  private String cursor() {
    return store.cursor().toString();
  }

  /// Lengths are in code points.
  private static Map<String, Long> byName(ChatLimits limits) {
    var byName = new LinkedHashMap<String, Long>();
    byName.put("maxMessageBytes", (long) limits.maxMessageBytes());
    byName.put("messagesPerSecond", (long) limits.messages().perSecond());
    byName.put("messageBurst", (long) limits.messages().burst());
    byName.put("pingSeconds", limits.silence().ping().toSeconds());
    byName.put("idleSeconds", limits.silence().longest().toSeconds());
    return byName;
  }

  /// The version that this module was built with.
  private static String version() {
    return Optional.ofNullable(Greeting.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(unknown version)");
  }
}
