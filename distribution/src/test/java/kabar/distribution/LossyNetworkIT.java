package kabar.distribution;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People talk in a network that really loses packets.
final class LossyNetworkIT {
  private static final int LOSS_PERCENT = 5;
  private static final int ROUND = 10;
  private static final int MOST_ROUNDS = 10;
  private static final Pattern TEXT = Pattern.compile("number \\d+");

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp"})
  void allArrivesOnceAndInOrderWhereOneOfTwentyPacketsIsLost(String transport) throws Exception {
    try (var network = LossyNetwork.losing(LOSS_PERCENT);
        var server = server(network, transport)) {
      var url = server.addresses().getFirst().toString();
      var messi = new PackedShell(temporary.resolve("messi")).inside(network);
      var henderson = new PackedShell(temporary.resolve("henderson")).inside(network);
      messi.login(url, "messi", "surabaya");
      henderson.login(url, "henderson", "surabaya");
      var sent = new ArrayList<String>();

      // Until something was really lost, which the first round sees nearly always.
      for (int round = 0; round == 0 || (isLossless(network) && round < MOST_ROUNDS); round++) {
        sent.addAll(sendInLines(henderson, url, sent.size()));
        sent.add("number " + sent.size());
        henderson.done("send", "--wait=60s", "messi", sent.getLast());
      }

      assertThat(isLossless(network)).isFalse();
      var all = messi.done("history", "henderson", "--json", "-n", "200");
      assertThat(TEXT.matcher(all).results().map(MatchResult::group))
          .containsExactlyElementsOf(sent);
    }
  }

  private static boolean isLossless(LossyNetwork network) throws Exception {
    return network.dropped() == 0;
  }

  /// The line client says something to messi, and then some more.
  private static List<String> sendInLines(PackedShell shell, String url, int from)
      throws Exception {
    var texts = IntStream.range(from, from + ROUND).mapToObj(i -> "number " + i).toList();
    var sends = texts.stream().map(text -> "send messi " + text + "\n").collect(joining());
    var input = "auth henderson surabaya\n" + sends + "logout\n";

    var output = Operator.done(shell.giveWithInput(input, "line", url));

    ServerLogs.noteSecrets(output);
    assertThat(Pattern.compile("message sent to messi\n").matcher(output).results()).hasSize(ROUND);
    return texts;
  }

  /// Over one transport only, so that nobody can go over another.
  private PackedServer server(LossyNetwork network, String transport) throws Exception {
    var command =
        PackedServer.demoCommand(
            temporary.resolve("data"),
            "--listen",
            transport + "://127.0.0.1:0",
            "--set",
            "limits.messages=off");
    return new PackedServer(Map.of(), network.entering(command)).awaitReady();
  }
}
