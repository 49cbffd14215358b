package kabar.domain;

import java.nio.ByteBuffer;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.protocol.Codec;
import kabar.protocol.Reply;
import kabar.protocol.Request;
import kabar.protocol.RpcCodec;
import org.jspecify.annotations.Nullable;

/// The one request of a peer whose address is not proven. Its connection closes with the reply, or
/// without one.
final class UnprovenRequest implements Receiver {
  private static final System.Logger LOG = System.getLogger(UnprovenRequest.class.getName());

  private final Connection connection;
  private final Dialects dialects;
  private final UnprovenRequests all;
  private final Caller caller;
  private boolean isAsked; // the transport's thread only

  UnprovenRequest(Connection connection, Dialects dialects, UnprovenRequests all) {
    this.connection = connection;
    this.dialects = dialects;
    this.all = all;
    this.caller = new Caller(connection.peer());
    // Nothing may hang on a connection that is about to close, least of all that its user is there.
    caller.leave();
  }

  /// JSON-RPC wants a connection that stays.
  @Override
  public void received(ByteBuffer payload) {
    if (Dialects.isJson(payload)) {
      ask(dialects.json().get(), RpcCodec.barred());
    } else {
      var codec = dialects.text().get();
      ask(codec, codec.decode(payload));
    }
  }

  @Override
  public void oversized() {
    var codec = dialects.text().get();
    ask(codec, codec.oversized());
  }

  @Override
  public void drained() {}

  @Override
  public void finished() {
    if (!isAsked) {
      connection.close();
    }
  }

  @Override
  public void closed(CloseCause cause) {
    all.left(caller);
  }

  private void ask(Codec codec, Request request) {
    if (isAsked) {
      return;
    }
    isAsked = true;
    var begun = all.begin(request.command(), caller);
    if (begun.isEmpty()) {
      connection.close();
    } else {
      begun.get().whenComplete((reply, failure) -> answer(codec, request, reply, failure));
    }
  }

  private void answer(
      Codec codec, Request request, @Nullable Reply reply, @Nullable Throwable failure) {
    if (reply == null) {
      abort(failure);
      return;
    }
    try {
      connection.offer(all.encode(codec, request, reply, caller));
      connection.close();
    } catch (RuntimeException e) {
      abort(e);
    }
  }

  private void abort(@Nullable Throwable bug) {
    LOG.log(System.Logger.Level.ERROR, "a request is not answered because of a bug", bug);
    connection.abort();
  }
}
