package kabar.client;

import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// Virtual time with a network, one scripted server, one disk and one client on it.
final class World {
  final VirtualTime time = new VirtualTime();
  final VirtualNet net = new VirtualNet(time, 7);
  final FakeDisk disk = new FakeDisk();
  final ScriptedServer server = new ScriptedServer().in(net);
  private int machines;

  /// With a session of messi that is kept.
  static World ofMessi() {
    var world = new World();
    try {
      SessionFile.in(world.disk.program())
          .write(new KeptSession(VirtualNet.SERVER, "messi", ScriptedServer.TOKEN));
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
    return world;
  }

  /// A client that was started on the disk and told to connect.
  Machine machine() {
    return machine(Machine.plan(net)).go();
  }

  /// A client on the disk, not started.
  Machine machine(ClientPlan plan) {
    machines++;
    return new Machine(time, disk, 3 * machines, new Random(machines), plan);
  }

  /// Another client on the disk that is online.
  Machine online() {
    var machine = machine();
    until(machine::isOnline);
    return machine;
  }

  /// Lets time pass.
  void pass(Duration howLong) {
    time.pass(howLong);
  }

  /// Lets time pass until something holds, which must be within five minutes.
  void until(BooleanSupplier condition) {
    if (!time.passUntil(condition, Duration.ofMinutes(5))) {
      throw new AssertionError("not within five minutes of virtual time");
    }
  }
}
