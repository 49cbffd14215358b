package kabar.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One device of a user: a disk, and the programs on it.
final class Site {
  final String user;
  final int number;
  final FakeDisk disk = new FakeDisk();
  final List<Machine> lives = new ArrayList<>();
  private final ModelWorld world;
  @Nullable Machine main;
  @Nullable Machine beside;

  Site(ModelWorld world, String user, int number) {
    this.world = world;
    this.user = user;
    this.number = number;
  }

  /// Starts the program that shows conversations.
  Machine startMain() {
    var started = start(plan());
    main = started;
    return started;
  }

  /// Starts a second program, if there is a session for it.
  void startBeside(boolean isFollowing) {
    if (hasSession()) {
      var plan = isFollowing ? plan().remembering(new Memory.Following("")) : plan();
      beside = start(plan);
    }
  }

  void killMain() {
    if (main != null) {
      main.kill();
      main = null;
    }
  }

  void killBeside() {
    if (beside != null) {
      beside.kill();
      beside = null;
    }
  }

  boolean hasSession() {
    return disk.names().contains("session");
  }

  /// The programs that run.
  List<Machine> running() {
    var running = new ArrayList<Machine>();
    if (main != null) {
      running.add(main);
    }
    if (beside != null) {
      running.add(beside);
    }
    return running;
  }

  @Override
  public String toString() {
    return user + "#" + number;
  }

  private Machine start(ClientPlan plan) {
    var machine =
        new Machine(world.time, disk, world.nextActor(), new Random(world.random.nextLong()), plan);
    lives.add(machine);
    return machine.go();
  }

  private ClientPlan plan() {
    var plan = Machine.plan(world.net);
    return hasSession() ? plan : plan.entering(new Entry.Login(user, ModelServer.PASSWORD));
  }
}
