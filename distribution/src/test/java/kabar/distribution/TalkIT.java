package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kabar.testkit.network.TcpProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people talk through `kabar tail` and `kabar send` while all goes wrong between them.
final class TalkIT {
  private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");
  private static final int KEPT = 5;

  @TempDir Path temporary;

  private final List<String> toMessi = new ArrayList<>();
  private final List<String> toHenderson = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void nothingIsLostAndNothingComesTwiceThroughAKillACutAndABlackOut() throws Exception {
    var first = server();
    var wire = later(TcpProxy.before(address(first)));
    var messi = person("messi", wire);
    var henderson = person("henderson", wire);
    var atMessi = later(messi.start("tail", "--json", "--unread", "-n", "4"));
    var atHenderson = later(henderson.start("tail", "--json", "--unread", "-n", "6"));
    talk(messi, henderson, "all is well");
    atMessi.out().await("all is well");
    atHenderson.out().await("all is well");

    first.kill();
    atMessi.err().await("retry in ");
    atHenderson.err().await("retry in ");
    toHenderson.add("while the server is away");
    assertThat(messi.refused(KEPT, "send", "henderson", "while the server is away"))
        .contains("Not sent yet: ");
    first.close();
    wire.leadTo(address(server()));
    atMessi.err().await("online again");
    atHenderson.err().await("online again");
    talk(messi, henderson, "after a restart");

    assertThat(wire.cut()).isPositive();
    talk(messi, henderson, "after a cut");

    wire.blackOut();
    var late = later(messi.start("send", "--wait", "henderson", "in a black-out"));
    toHenderson.add("in a black-out");
    wire.cut();
    wire.clear();
    late.awaitEnd(0);
    talk(messi, henderson, "at the end");

    assertThat(texts(atMessi.awaitEnd(0))).containsExactlyElementsOf(toMessi);
    assertThat(texts(atHenderson.awaitEnd(0))).containsExactlyElementsOf(toHenderson);
    assertThat(texts(messi.done("history", "henderson", "--json")))
        .containsExactlyInAnyOrderElementsOf(both());
    assertThat(messi.done("outbox")).isEqualTo("The outbox is empty.\n");
  }

  private PackedServer server() throws Exception {
    return later(PackedServer.demo(temporary.resolve("data"), "--set", "limits.messages=off"));
  }

  private static InetSocketAddress address(PackedServer server) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
  }

  private PackedShell person(String user, TcpProxy wire) throws Exception {
    var shell = new PackedShell(temporary.resolve(user));
    shell.login(wire.address().toString(), user, "surabaya");
    return shell;
  }

  /// Both say something, one after the other.
  private void talk(PackedShell messi, PackedShell henderson, String about) throws Exception {
    toHenderson.add(about + ", says messi");
    messi.done("send", "--wait=60s", "henderson", about + ", says messi");
    toMessi.add(about + ", says henderson");
    henderson.done("send", "--wait=60s", "messi", about + ", says henderson");
  }

  private List<String> both() {
    var all = new ArrayList<>(toMessi);
    all.addAll(toHenderson);
    return all;
  }

  private <T extends AutoCloseable> T later(T resource) {
    open.add(resource);
    return resource;
  }

  private static List<String> texts(String lines) {
    return TEXT.matcher(lines).results().map(TalkIT::text).toList();
  }

  private static String text(MatchResult found) {
    return found.group(1);
  }
}
