package kabar.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One random run: people write and read while wires are cut, programs and the server are killed,
/// disks fill up and machines sleep; then all that is broken is mended, and what everybody sees is
/// compared with what was written.
final class ModelRun {
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(301);
  private static final Duration LONGEST_REST = Duration.ofMinutes(30);

  private final ModelWorld world;
  private final Random random;
  private final List<Posting> postings = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  ModelRun(long seed, ModelNet.Maker nets) {
    world = new ModelWorld(seed, nets);
    random = world.random;
  }

  /// Lets it happen.
  ///
  /// @throws AssertionError if somebody sees anything else than was written
  void run() {
    world.server.start();
    world.sites.forEach(Site::startMain);
    int steps = 40 + random.nextInt(160);
    for (int step = 0; step < steps; step++) {
      act();
      world.time.pass(Duration.ofMillis(pause()));
    }
    mend();
    world.time.pass(LONGEST_SLEEP);
    var isQuiet = world.time.passUntil(this::isQuiet, LONGEST_REST);
    world.time.pass(Duration.ofSeconds(40));
    readBack();
    new ModelCheck(world, postings).check(isQuiet);
  }

  /// What was done, for people.
  List<String> log() {
    return log;
  }

  private long pause() {
    return switch (random.nextInt(20)) {
      case 0 -> random.nextInt(120_000);
      case 1, 2, 3 -> random.nextInt(5_000);
      default -> random.nextInt(300);
    };
  }

  private void act() {
    int what = random.nextInt(100);
    var site = world.any(world.sites);
    if (what < 42) {
      write(site);
    } else if (what < 54) {
      read(site);
    } else if (what < 64) {
      harmWire();
    } else if (what < 72) {
      killOrStart(site);
    } else if (what < 78) {
      killOrStartBeside(site);
    } else if (what < 84) {
      killOrStartServer();
    } else {
      disturb(site, what);
    }
  }

  private void disturb(Site site, int what) {
    switch (what) {
      case 84, 85 -> note("unreachable", () -> world.net.unreachable(true));
      case 86, 87, 88 -> note("reachable", () -> world.net.unreachable(false));
      case 89 -> note(site + "'s disk is full", () -> site.disk.full(true));
      case 90, 91 -> note(site + "'s disk has room", () -> site.disk.full(false));
      case 92, 93 -> site.running().forEach(this::sleep);
      case 94, 95 -> site.running().forEach(this::jump);
      case 96 -> note("cursors are forgotten", this::forgetCursors);
      default -> giveUp(site);
    }
  }

  private void write(Site site) {
    var running = site.running();
    if (running.isEmpty()) {
      return;
    }
    var machine = world.any(running);
    int number = postings.size();
    var written = written(number);
    note("%s writes %d to %s".formatted(site, number, written.to()), () -> {});
    var outgoing = machine.client().send(written.to(), written.text());
    postings.add(new Posting(number, site, machine, outgoing, written));
  }

  private Posting.Written written(int number) {
    var to = world.any(ModelWorld.USERS);
    return switch (random.nextInt(25)) {
      case 0 -> new Posting.Written("nobody", number + " for nobody", true);
      case 1 -> new Posting.Written(to, number + " long" + "\u0001".repeat(17_000), true);
      case 2, 3 -> new Posting.Written(to, number + " rather long" + "é".repeat(3_000), false);
      default -> new Posting.Written(to, number + " hai", false);
    };
  }

  private void read(Site site) {
    if (site.main == null || site.main.client().conversations().isEmpty()) {
      return;
    }
    var client = site.main.client();
    var with = world.any(client.conversations()).with().user();
    var notes = client.messages(with).notes();
    var upTo = notes.get(random.nextInt(notes.size())).id();
    note("%s reads %s up to %s".formatted(site, with, upTo), () -> client.read(with, upTo));
  }

  private void harmWire() {
    var open = world.net.open();
    if (!open.isEmpty()) {
      harm(world.any(open));
    }
  }

  private void harm(ModelNet.ModelWire wire) {
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> note("a wire is cut", wire::cut);
      case 3 -> note("a wire is cut for one", () -> wire.cutHalf(random.nextBoolean()));
      case 4 -> note("a wire is dead", () -> wire.mute(true, true));
      default -> {
        var isToServer = random.nextBoolean();
        note("a wire is half dead", () -> wire.mute(isToServer, !isToServer));
      }
    }
  }

  private void killOrStart(Site site) {
    if (site.main == null) {
      note(site + " starts", site::startMain);
    } else {
      tear(site.main);
      note(site + " is killed", site::killMain);
    }
  }

  /// The last thing that it writes may be torn.
  private void tear(Machine machine) {
    if (random.nextInt(4) == 0) {
      machine.folder().tearAfter(random.nextInt(60));
      world.time.pass(Duration.ofMillis(random.nextInt(1_500)));
    }
  }

  private void killOrStartBeside(Site site) {
    if (site.beside == null) {
      var isFollowing = random.nextBoolean();
      note(site + " starts a second program", () -> site.startBeside(isFollowing));
    } else {
      note(site + "'s second program is killed", site::killBeside);
    }
  }

  private void killOrStartServer() {
    if (!world.server.isUp()) {
      note("the server starts", world.server::start);
    } else if (random.nextInt(3) == 0) {
      note("the server stops", world.server::stop);
    } else {
      note("the server is killed", world.server::kill);
    }
  }

  private void sleep(Machine machine) {
    var time = Duration.ofSeconds(1 + random.nextInt((int) LONGEST_SLEEP.toSeconds() - 1));
    note("a machine sleeps for " + time, () -> machine.sleep(time));
  }

  private void jump(Machine machine) {
    var by = Duration.ofSeconds(random.nextInt(-100_000, 100_000));
    note("a clock jumps by " + by, () -> machine.loop().jump(by));
  }

  /// Everybody has to read anew, and may be interrupted in that.
  private void forgetCursors() {
    world.server.forgetCursors();
    for (int cuts = 1 + random.nextInt(4); cuts > 0; cuts--) {
      world.net.open().forEach(ModelNet.ModelWire::cut);
      world.time.pass(Duration.ofMillis(random.nextInt(1_000)));
    }
  }

  /// A message that is given up may have left before.
  private void giveUp(Site site) {
    for (var machine : site.running()) {
      var entries = machine.client().outbox();
      if (!entries.isEmpty()) {
        var entry = world.any(entries);
        note(site + " gives up " + entry.key(), () -> {});
        postings.stream()
            .filter(posting -> posting.outgoing.key().equals(entry.key()))
            .forEach(posting -> posting.isGivenUp = true);
        var _ =
            random.nextBoolean()
                ? machine.client().drop(entry.key())
                : machine.client().retry(entry.key());
      }
    }
  }

  private void mend() {
    note("all is mended", world.net::mend);
    world.sites.forEach(site -> site.disk.full(false));
    if (!world.server.isUp()) {
      world.server.start();
    }
    world.sites.stream().filter(site -> site.main == null).forEach(Site::startMain);
    world.sites.forEach(site -> site.running().forEach(machine -> machine.client().connect()));
  }

  private boolean isQuiet() {
    return world.running().stream().allMatch(ModelRun::isQuiet);
  }

  private static boolean isQuiet(Machine machine) {
    return machine.isOnline()
        && machine.client().outbox().stream().noneMatch(OutboxEntry::isPending);
  }

  /// Everybody scrolls back to the first message.
  private void readBack() {
    for (var site : world.sites) {
      var client = java.util.Objects.requireNonNull(site.main).client();
      for (var talk : client.conversations()) {
        readBack(client, talk.with().user());
      }
    }
  }

  private void readBack(ChatClient client, String with) {
    for (int page = 0; client.messages(with).more() && page < 20; page++) {
      var older = client.older(with).toCompletableFuture();
      world.time.passUntil(older::isDone, Duration.ofMinutes(1));
    }
  }

  private void note(String what, Runnable action) {
    log.add("%9.3f s  %s".formatted(world.time.nanos() / 1e9, what));
    action.run();
  }
}
