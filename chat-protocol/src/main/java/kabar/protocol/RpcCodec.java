package kabar.protocol;

import java.nio.ByteBuffer;

/// The JSON-RPC dialect on one connection of a server. `docs/protocol.md` is its reference.
public final class RpcCodec implements LiveCodec {

  @Override
  public Request decode(ByteBuffer payload) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request oversized() {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] encode(Request request, Reply reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] encode(Event event) {
    throw new UnsupportedOperationException();
  }
}
