package kabar.client;

import java.util.Random;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;

/// One connection through the virtual network, both ends of it.
final class VirtualWire implements ModelNet.ModelWire {
  private final VirtualEnd client;
  private final VirtualEnd server;

  /// @param actor the first of four numbers of its own
  VirtualWire(VirtualTime time, int actor, Random random, String transport) {
    client =
        new VirtualEnd(
            time, actor, new Random(random.nextLong()), VirtualNet.peer(transport, 8889));
    server =
        new VirtualEnd(
            time, actor + 1, new Random(random.nextLong()), VirtualNet.peer(transport, actor));
    client.join(server);
    server.join(client);
  }

  Connection open(ConnectionHandler atClient, ConnectionHandler atServer) {
    client.open(atClient);
    server.open(atServer);
    return client;
  }

  boolean isOver() {
    return client.isOver() && server.isOver();
  }

  @Override
  public void cut() {
    client.end(CloseCause.LOST);
    server.end(CloseCause.LOST);
  }

  @Override
  public void cutHalf(boolean isToldAtClient) {
    mute(true, true);
    (isToldAtClient ? client : server).end(CloseCause.LOST);
  }

  @Override
  public void mute(boolean toServer, boolean toClient) {
    if (toServer) {
      server.deafen();
    }
    if (toClient) {
      client.deafen();
    }
  }

  /// The server's machine is gone.
  void killServer() {
    server.vanish();
    client.end(CloseCause.LOST);
  }
}
