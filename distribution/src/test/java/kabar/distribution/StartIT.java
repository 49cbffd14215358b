package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server program does until it is ready.
final class StartIT {

  @TempDir Path temporary;

  @Test
  void helpNamesEveryOptionAndEndsWithZero() throws Exception {
    var outcome = kabard("--help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output())
        .contains(
            "Usage: kabard ",
            "--demo",
            "--listen",
            "--data",
            "--dialect",
            "--plugins",
            "--metrics",
            "--set")
        .contains("Example: kabard --demo");
  }

  @Test
  void versionIsOneLineAndEndsWithZero() throws Exception {
    var outcome = kabard("--version");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).isEqualTo("kabard " + System.getProperty("kabar.version") + "\n");
  }

  @Test
  void saysWhereItListensAndWhatToTry() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"))) {

      var text = server.out().text();

      assertThat(server.port()).isPositive();
      assertThat(text)
          .contains("Listening at tcp://127.0.0.1:" + server.port() + "\n")
          .contains("Data folder: " + temporary.resolve("data") + "\n")
          .contains("echo 'auth messi surabaya' | nc -N 127.0.0.1 " + server.port() + "\n")
          .containsPattern("Ready in \\d+ ms\n$");
    }
  }

  @Test
  void withoutTheDemoNobodyHasAnAccount() throws Exception {
    var data = temporary.resolve("data").toString();
    try (var server = PackedServer.launch("--listen", "tcp://127.0.0.1:0", "--data", data)) {
      server.awaitReady();
      assertThat(server.out().text()).contains("\nNobody has an account here yet.");

      try (var client = server.connect()) {
        assertThat(client.ask("auth messi surabaya")).isEqualTo(Replies.WRONG_PASSWORD);
      }
    }
  }

  @Test
  void itsDataFolderIsForItsOwnerOnly() throws Exception {
    var data = temporary.resolve("new/data");
    try (var _ = PackedServer.demo(data)) {

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
      assertThat(permissions(data.resolve("kabard.lock"))).isEqualTo("rw-------");
    }
  }

  @Test
  void theDataFolderIsInTheHomeUnlessSaidOtherwise() throws Exception {
    var command = PackedServer.command("--demo", "--listen", "tcp://127.0.0.1:0");
    try (var server = new PackedServer(Map.of("HOME", temporary.toString()), command)) {
      server.awaitReady();

      assertThat(temporary.resolve(".local/share/kabar-demo")).isDirectory();
    }
  }

  @Test
  void theDataFolderIsInTheDataHomeIfThereIsOne() throws Exception {
    var command = PackedServer.command("--listen", "tcp://127.0.0.1:0");
    try (var server = new PackedServer(Map.of("XDG_DATA_HOME", temporary.toString()), command)) {
      server.awaitReady();

      assertThat(temporary.resolve("kabar")).isDirectory();
    }
  }

  @Test
  void localhostIsAnsweredOverBothProtocols() throws Exception {
    assumeTrue(hasLoopback6(), "this machine has no ::1");
    var data = temporary.resolve("data");
    try (var server = PackedServer.demo(data, "--listen", "tcp://localhost:0");
        var v4 = TextClient.to("127.0.0.1", server.port());
        var v6 = TextClient.to("::1", server.port())) {

      assertThat(v4.ask("users x")).isEqualTo(Replies.NO_SESSION);
      assertThat(v6.ask("users x")).isEqualTo(Replies.NO_SESSION);
    }
  }

  @Test
  void oneServerListensAtManyAddresses() throws Exception {
    assumeTrue(hasLoopback6(), "this machine has no ::1");
    var data = temporary.resolve("data");
    try (var server =
            PackedServer.demo(data, "--listen", "tcp://127.0.0.1:0", "--listen", "tcp://[::1]:0");
        var v4 = TextClient.to("127.0.0.1", server.addresses().getFirst().getPort());
        var v6 = TextClient.to("::1", server.addresses().getLast().getPort())) {

      var token = v4.login("messi");

      assertThat(server.addresses()).hasSize(2);
      assertThat(server.addresses().getLast()).hasToString("tcp://[::1]:" + v6Port(server));
      assertThat(v6.ask("users " + token)).contains("messi [Lionel Messi]");
    }
  }

  private static int v6Port(PackedServer server) {
    return server.addresses().getLast().getPort();
  }

  private Image.Outcome kabard(String... options) throws Exception {
    return Image.run(temporary, Map.of(), PackedServer.command(options).toArray(String[]::new));
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static boolean hasLoopback6() throws SocketException {
    return NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null;
  }
}
