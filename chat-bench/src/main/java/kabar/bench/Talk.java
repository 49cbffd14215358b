package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.testkit.network.FaultyPath;
import kabar.testkit.network.UdpProxy;

/// Two people who talk over UDP while datagrams are lost in both directions.
///
/// @param server what is started
/// @param wish how it is played
record Talk(ServerOptions server, Workplace workplace, Wish wish) {
  private static final List<String> USERS = List.of("messi", "henderson");
  private static final int ROOM = 10;

  /// @param loss share of the datagrams in each direction, 0..1
  /// @param pause after each text
  /// @param duration of the talk itself
  /// @param seed of the loss
  record Wish(double loss, Duration pause, Duration duration, long seed, Speaker.Cells cells) {}

  /// What became of the texts of one speaker.
  record Said(String from, String to, TalkCheck stored, TalkCheck printed) {}

  /// The memory of a program.
  record Memory(String program, ResidentWatch.Range range) {}

  /// @param ways one for each direction
  /// @param repeats packets that the server sent again
  record Outcome(List<Said> said, List<Memory> memory, List<Way> ways, long repeats) {
    boolean isClean() {
      return said.stream().allMatch(it -> it.stored().isClean() && it.printed().isClean());
    }
  }

  /// Datagrams in one direction.
  record Way(String to, long sent, long lost) {}

  /// Plays it all.
  Outcome play() throws IOException {
    var kabard = server.server(Kabard.DURABLE_STORE, "127.0.0.1:0").alsoOver(Transports.UDP);
    var process = kabard.start(workplace);
    var greeting = process.awaitReady();
    var udp = greeting.address(Transports.UDP);
    try (var proxy =
        UdpProxy.before(new InetSocketAddress(udp.getHost(), udp.getPort()), wish.seed())) {
      var speakers = new ArrayList<Speaker>();
      for (var user : USERS) {
        speakers.add(Speaker.begin(server, workplace, proxy.address(), user, wish.cells()));
      }
      var resident = new ResidentWatch(process.figures());
      talk(proxy, speakers.getFirst(), speakers.getLast(), resident);
      return outcome(greeting, proxy, speakers, resident);
    }
  }

  private void talk(UdpProxy proxy, Speaker one, Speaker other, ResidentWatch resident)
      throws IOException {
    one.turnTo(other);
    other.turnTo(one);
    proxy.become(Faults.loss(wish.loss()));
    long end = System.nanoTime() + wish.duration().toNanos();
    while (System.nanoTime() - end < 0) {
      for (var speaker : List.of(one, other)) {
        speaker.say();
        speaker.resident().look();
        resident.look();
        pause();
      }
    }
  }

  private Outcome outcome(
      ServerProcess.Greeting greeting,
      UdpProxy proxy,
      List<Speaker> speakers,
      ResidentWatch resident)
      throws IOException {
    var one = speakers.getFirst();
    var other = speakers.getLast();
    var toOther = other.printedUpTo(one);
    var toOne = one.printedUpTo(other);
    one.quitSeeing(other);
    other.quitSeeing(one);
    var stored = stored(greeting.address(Transports.TCP), one.said() + other.said());
    return new Outcome(
        List.of(said(one, other, stored, toOther), said(other, one, stored, toOne)),
        List.of(
            new Memory("kabard", resident.range()),
            new Memory("kabar of " + one.user(), one.resident().range()),
            new Memory("kabar of " + other.user(), other.resident().range())),
        ways(proxy),
        Repeats.overUdp(greeting.metrics().orElseThrow(() -> new BenchException("no metrics"))));
  }

  /// The conversation as the server has it, asked for where nothing is lost.
  private List<String> stored(URI url, int count) throws IOException {
    var home = ClientHome.make(server.image(), workplace, url, USERS.getFirst());
    return home.run("history", USERS.getLast(), "--json", "-n", count + ROOM + "").lines().toList();
  }

  private static Said said(Speaker from, Speaker to, List<String> stored, List<String> printed) {
    return new Said(
        from.user(),
        to.user(),
        TalkCheck.of(from.user(), stored, from.said()),
        TalkCheck.of(from.user(), printed, from.said()));
  }

  private static List<Way> ways(UdpProxy proxy) {
    return List.of(way("the server", proxy.toServer()), way("the clients", proxy.toClients()));
  }

  private static Way way(String to, FaultyPath path) {
    return new Way(to, path.sent(), path.count(Fault.LOSS));
  }

  private void pause() throws BenchException {
    try {
      Thread.sleep(wish.pause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }
}
