package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchTest {
  private final StringWriter err = new StringWriter();

  @Test
  void saysWhatIsWrongWithAnArgument() {
    assertThat(run("text", "--image", "/nowhere", "--rounds", "0")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--rounds: cannot use 0 (expected 1..1000)");
  }

  @Test
  void saysHowALoadIsWritten() {
    assertThat(run("text", "--image", "/nowhere", "--load", "64y16")).isEqualTo(2);
    assertThat(err.toString()).contains("expected CONNECTIONSxDEPTH, as 64x16");
  }

  @Test
  void saysHowToGetAnImageThatIsMissing() {
    assertThat(run("text", "--image", "/nowhere")).isEqualTo(1);
    assertThat(err.toString()).contains("cannot run /nowhere/bin/kabard");
  }

  @Test
  void saysHowManyStoresItReadsFrom() {
    assertThat(run("store-reads", "--sizes", "10")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--sizes: cannot use [10] (expected two numbers, 100");
  }

  @Test
  void wantsEnoughConnectionsToKillAServer() {
    assertThat(run("crash", "--image", "/nowhere", "--connections", "2")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--connections: cannot use 2 (expected 3..96)");
  }

  @Test
  void wantsAScreenThatHasRoomForAllPanels() {
    assertThat(run("screen", "--image", "/nowhere", "--columns", "40")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--columns: cannot use 40 (expected 80..500)");
  }

  @Test
  void saysWhatCanBeMeasuredOverUdp() {
    assertThat(run("udp", "--image", "/nowhere", "--parts", "everything")).isEqualTo(2);
    assertThat(err.toString()).contains("REQUESTS, BARE, LOSS, IDLE");
  }

  @Test
  void losesNoMoreThanATalkCanBear() {
    assertThat(run("talk", "--image", "/nowhere", "--loss", "51")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--loss: cannot use 51 (expected 0..50)");
  }

  @Test
  void wantsACommand() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: bench");
  }

  private int run(String... args) {
    return Bench.commandLine()
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(new StringWriter(), true))
        .execute(args);
  }
}
