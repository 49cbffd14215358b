package kabar.api.transport;

import java.nio.ByteBuffer;

/// Hears everything and does nothing.
enum DeafReceiver implements Receiver {
  INSTANCE;

  @Override
  public void received(ByteBuffer payload) {}

  @Override
  public void oversized() {}

  @Override
  public void drained() {}

  @Override
  public void finished() {}

  @Override
  public void closed(CloseCause cause) {}
}
