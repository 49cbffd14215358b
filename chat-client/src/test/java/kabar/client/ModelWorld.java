package kabar.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A server, a network, and some users with some devices each, in virtual time.
final class ModelWorld {
  static final List<String> USERS = List.of("messi", "henderson", "lineker");

  final Random random;
  final VirtualTime time = new VirtualTime();
  final ModelNet net;
  final ModelServer server;
  final List<Site> sites = new ArrayList<>();
  private int actors = 10;

  ModelWorld(long seed, ModelNet.Maker nets) {
    random = new Random(seed);
    net = nets.make(time, seed);
    server = new ModelServer(time, net, new Random(random.nextLong()), USERS);
    for (var user : USERS) {
      IntStream.rangeClosed(1, 1 + random.nextInt(3))
          .forEach(number -> sites.add(new Site(this, user, number)));
    }
  }

  /// Three numbers for a machine.
  int nextActor() {
    actors += 3;
    return actors;
  }

  /// One of a list.
  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// The programs that run.
  List<Machine> running() {
    return sites.stream().flatMap(site -> site.running().stream()).toList();
  }
}
