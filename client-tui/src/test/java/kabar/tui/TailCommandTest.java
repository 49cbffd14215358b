package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Following messages, at a real server.
final class TailCommandTest {
  @TempDir private Path home;
  private DemoServer server;
  private Shell messi;
  private Shell henderson;

  @BeforeEach
  void begin() throws IOException {
    server = new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
    messi = new Shell(home.resolve("messi"));
    henderson = new Shell(home.resolve("henderson"));
    messi.login(server.address().toString(), "messi");
    henderson.login(server.address().toString(), "henderson");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void whatIsUnreadComesFirstAndOnce() {
    messi.run("send", "henderson", "satu").done();
    messi.run("send", "henderson", "dua").done();

    assertThat(henderson.run("tail", "--unread", "-n", "2", "--plain").done())
        .isEqualTo("[00:00] messi: satu\n[00:00] messi: dua\n");
    assertThat(
            henderson.run("tail", "lineker", "--unread", "-n", "1", "--timeout", "0s").exitCode())
        .isEqualTo(2);
  }

  @Test
  void itGoesOnWhereItEnded() throws Exception {
    begunWithNow();
    messi.run("send", "henderson", "satu").done();
    messi.run("send", "henderson", "dua").done();
    henderson.run("send", "messi", "own").done();
    messi.run("send", "henderson", "tiga").done();

    assertThat(henderson.run("tail", "--since-last", "-n", "1", "--plain").done())
        .isEqualTo("[00:00] messi: satu\n");
    assertThat(henderson.run("tail", "--since-last", "-n", "3", "--own", "--plain").done())
        .isEqualTo("[00:00] messi: dua\n[00:00] henderson > messi: own\n[00:00] messi: tiga\n");
  }

  @Test
  void messagesArePrintedAsTheyComeWhateverHappensToTheConnection() throws Exception {
    var address = server.address();
    begunWithNow();
    try (var other = Executors.newSingleThreadExecutor()) {
      var tail =
          CompletableFuture.supplyAsync(
              () -> henderson.run("tail", "--since-last", "-n", "2", "--json"), other);
      messi.run("send", "henderson", "satu").done();
      server.stop();
      server.restart(address);
      messi.run("send", "henderson", "dua", "--wait").done();

      assertThat(tail.get().done().lines())
          .extracting(line -> line.replaceAll(".*\"text\":\"([^\"]+)\".*", "$1"))
          .containsExactly("satu", "dua");
    }
  }

  @Test
  void aSessionThatIsEndedEndsIt() throws Exception {
    try (var other = Executors.newSingleThreadExecutor()) {
      var tail = CompletableFuture.supplyAsync(() -> henderson.run("tail"), other);
      var second = new Shell(home.resolve("second"));
      second.login(server.address().toString(), "henderson");
      second.run("logout", "--all").done();

      assertThat(tail.get().refused(ExitCode.NOT_LOGGED_IN)).contains("the session has ended");
    }
  }

  @Test
  void thereIsOneBeginningOnly() {
    assertThat(henderson.run("tail", "--since-last", "--unread").refused(ExitCode.USAGE))
        .contains("--since-last and --unread");
  }

  @Test
  void aDamagedPositionIsNamed() throws IOException {
    var file = home.resolve("henderson/state/kabar/default/tail");
    Files.writeString(file, "not a cursor\n");

    assertThat(henderson.run("tail", "--since-last").refused(ExitCode.USAGE))
        .contains(file + ": cannot be read as a position");
  }

  /// Leaves the position before whatever is sent from now on.
  private void begunWithNow() throws Exception {
    var folder = home.resolve("henderson/state/kabar/default");
    try (var watch = folder.getFileSystem().newWatchService();
        var other = Executors.newSingleThreadExecutor()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      var tail =
          CompletableFuture.supplyAsync(
              () -> henderson.run("tail", "--since-last", "-n", "1"), other);
      while (!Files.exists(folder.resolve("tail"))) {
        var key = watch.poll(60, TimeUnit.SECONDS);
        assertThat(key).as("something new in the folder").isNotNull();
        key.pollEvents();
        key.reset();
      }
      messi.run("send", "henderson", "nol").done();
      tail.get().done();
    }
  }
}
