package kabar.transport.tcp;

import java.nio.ByteBuffer;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Receiver;

/// Stands for the receiver that a handler failed to give.
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
