package kabar.client;

import java.net.URI;
import java.util.List;
import kabar.api.transport.TransportProvider;

/// What a model needs of its network.
interface ModelNet {

  /// Makes a network in virtual time.
  @FunctionalInterface
  interface Maker {
    ModelNet make(VirtualTime time, long seed);
  }

  /// Where the server is.
  URI server();

  /// Of both ends.
  TransportProvider transports();

  /// Nobody gets through from now on, or everybody again.
  void unreachable(boolean unreachable);

  /// The server's machine is gone: nothing that it sent and that is under way arrives, and nothing
  /// is told to it any more.
  void killServer();

  /// The connections that are open.
  List<? extends ModelWire> open();

  /// From now on everybody gets through, and nothing is lost.
  void mend();

  /// One of its connections.
  interface ModelWire {

    /// Both ends learn that the wire broke; what is under way does not arrive.
    void cut();

    /// One end learns that the wire broke, the other nothing at all.
    void cutHalf(boolean isToldAtClient);

    /// From now on nothing arrives any more in these directions, and nobody is told.
    void mute(boolean toServer, boolean toClient);
  }
}
