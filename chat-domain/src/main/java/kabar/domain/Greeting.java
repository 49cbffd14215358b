package kabar.domain;

import java.lang.module.ModuleDescriptor;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kabar.api.store.Cursor;
import kabar.api.store.Store;
import kabar.api.transport.TransportLimits;
import kabar.protocol.Reply;
import kabar.protocol.RpcCodec;

/// What the server tells anybody: what it is, what is too much for it, and that it is there.
final class Greeting {
  private static final String PROGRAM = "kabard";
  private static final String VERSION =
      Optional.ofNullable(Greeting.class.getModule().getDescriptor())
          .flatMap(ModuleDescriptor::rawVersion)
          .orElse("(unknown version)");

  /// The one server of a chat; there are no others yet.
  private static final String NODE = "1";

  private final Store store;
  private final InstantSource clock;
  private final ChatLimits limits;
  private final Map<String, TransportLimits> transports;

  /// @param transports the limits of transports, by their names; of others the usual ones hold
  Greeting(Surroundings around, ChatLimits limits, Map<String, TransportLimits> transports) {
    this.store = around.store();
    this.clock = around.clock();
    this.limits = limits;
    this.transports = transports;
  }

  Reply hello(Caller caller) {
    return new Reply.Greeted(PROGRAM, VERSION, NODE, limits(caller), RpcCodec.methods());
  }

  Reply ping(Caller caller) {
    return new Reply.Pong(clock.instant(), cursor(caller).toString());
  }

  /// Up to where there is something to be told of.
  private Cursor cursor(Caller caller) {
    return caller.subscription().flatMap(Subscription::cursor).orElseGet(store::cursor);
  }

  private Map<String, Long> limits(Caller caller) {
    var transport = transports.getOrDefault(caller.peer().transport(), TransportLimits.DEFAULT);
    var byName = new LinkedHashMap<String, Long>();
    byName.put("maxObjectBytes", (long) transport.maxPayloadBytes());
    byName.put("maxMessageBytes", (long) limits.maxMessageBytes());
    byName.put("maxPageMessages", (long) RpcCodec.MAX_PAGE_ITEMS);
    byName.put("maxPageBytes", (long) RpcCodec.MAX_PAGE_BYTES);
    putPace(byName);
    byName.put("pingSeconds", limits.silence().ping().toSeconds());
    byName.put("idleSeconds", limits.silence().longest().toSeconds());
    return byName;
  }

  /// Nothing where messages may come as fast as they like.
  private void putPace(Map<String, Long> byName) {
    var rate = limits.messages();
    if (rate.perSecond() > 0) {
      byName.put("messagesPerSecond", (long) rate.perSecond());
      byName.put("messageBurst", (long) rate.burst());
    }
  }
}
