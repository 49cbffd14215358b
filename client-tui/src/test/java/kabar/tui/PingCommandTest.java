package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PingCommandTest {
  private static final String NUMBER = "[0-9]+\\.[0-9]{3}";

  @TempDir private Path home;

  @Test
  void tellsRoundTripsWithoutALogin() throws IOException {
    try (var server = server()) {
      var url = server.address().toString();

      assertThat(shell().run("ping", url, "-c", "2", "-i", "0").done().lines())
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("Asking %s.".formatted(url)),
              line -> assertThat(line).matches("answer 1 in " + NUMBER + " ms"),
              line -> assertThat(line).matches("answer 2 in " + NUMBER + " ms"),
              line -> assertThat(line).isEqualTo("2 asked, 2 answered, 0 % lost"),
              line ->
                  assertThat(line)
                      .matches(
                          "round trip min/avg/max/mdev = (%s/){3}%s ms".formatted(NUMBER, NUMBER)));
    }
  }

  @Test
  void numbersAreWrittenAsInTheLanguage() throws IOException {
    try (var server = server()) {
      var url = server.address().toString();

      assertThat(shell().run("ping", url, "-c", "1", "--locale", "id").done())
          .containsPattern("jawaban 1 dalam [0-9]+,[0-9]{3} md");
    }
  }

  @Test
  void tellsScriptsMicroseconds() throws IOException {
    try (var server = server()) {
      var url = server.address().toString();

      assertThat(shell().run("ping", url, "-c", "1", "--json").done())
          .matches(
              "\\{\"state\":\"answered\",\"seq\":1,\"micros\":\\d+}\n"
                  + "\\{\"state\":\"summary\",\"asked\":1,\"answered\":1,\"minMicros\":\\d+,"
                  + "\"avgMicros\":\\d+,\"maxMicros\":\\d+,\"mdevMicros\":0}\n");
    }
  }

  @Test
  void aServerThatIsNotThereIsOneSentence() throws IOException {
    String url;
    try (var server = server()) {
      url = server.address().toString();
    }

    assertThat(shell().run("ping", url, "-c", "1").refused(ExitCode.UNREACHABLE))
        .contains("the server cannot be reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.2345", "1s", ""})
  void aPauseThatIsNoneIsExplained(String pause) {
    assertThat(shell().run("ping", "tcp://localhost:1", "-i", pause).refused(ExitCode.USAGE))
        .isEqualTo(
            "kabar: --interval: cannot use '%s' (expected seconds, such as 1 or 0.2)"
                .formatted(pause));
  }

  private Shell shell() {
    return new Shell(home);
  }

  private static DemoServer server() throws IOException {
    return new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
  }
}
