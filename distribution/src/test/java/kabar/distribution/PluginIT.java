package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of `examples/transport-unix`, which the image does not have, dropped into it.
final class PluginIT {
  private static final String LOADED = "transport unix: example.transport.unix@1.0.0 from file:";

  @TempDir Path temporary;

  @Test
  void aJarInThePluginsFolderOfTheImageServes() throws Exception {
    var image = copy(Image.home(), temporary.resolve("the image"));
    var jar = Files.copy(exampleJar(), image.resolve("plugins/unix.jar"));
    var socket = temporary.resolve("socket");

    try (var server = start(image, "--listen", "unix://" + socket)) {
      server.awaitReady();

      assertThat(server.out().text())
          .contains("Listening at unix://" + socket + "\n")
          .contains("echo 'auth messi surabaya' | nc -N -U '" + socket + "'\n");
      // It comes by another pipe than the word that the server is ready.
      server.err().await(jar.getFileName() + "\n");
      assertThat(server.err().text())
          .containsOnlyOnce(LOADED)
          .contains(jar.getFileName().toString());
      assertThat(TextClient.token(ask(socket, "auth messi surabaya"))).hasSize(36);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");

      server.terminate();
      server.awaitExit();
      assertThat(socket).doesNotExist();
    }
  }

  @Test
  void itServesBesideTheTransportsOfTheImageToTheSameUsers() throws Exception {
    var socket = temporary.resolve("socket");
    try (var server =
            start(
                Image.home(),
                "--plugins",
                folderWith("unix.jar").toString(),
                "--listen",
                "tcp://127.0.0.1:0",
                "--listen",
                "unix://" + socket + "?dialect=chatbox");
        var client = server.awaitReady().connect()) {

      var token = client.login("messi");

      assertThat(ask(socket, "users " + token)).contains("messi [Lionel Messi]");
    }
  }

  @Test
  void aFolderWithTheJarDoesAsWell() throws Exception {
    var socket = temporary.resolve("socket");
    var plugins = folderWith("unix/transport-unix-1.0.0.jar").toString();
    try (var server = start(Image.home(), "--plugins", plugins, "--listen", "unix://" + socket)) {
      server.awaitReady();

      assertThat(ask(socket, "users x")).isEqualTo(Replies.NO_SESSION);
    }
  }

  @Test
  void netcatIsAClient() throws Exception {
    Programs.requireNetcat();
    var socket = temporary.resolve("socket");
    var plugins = folderWith("unix.jar").toString();
    try (var server = start(Image.home(), "--plugins", plugins, "--listen", "unix://" + socket)) {
      server.awaitReady();

      var pipe = "printf 'users x\\n' | timeout 20 nc -N -U '" + socket + "'";
      var environment = Map.of("PATH", System.getenv("PATH"));
      var outcome = Image.run(temporary, environment, "/bin/sh", "-c", pipe);

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.output().strip()).isEqualTo(Replies.NO_SESSION);
    }
  }

  @Test
  void aSocketLeftByAServerThatWasKilledIsNoObstacle() throws Exception {
    var socket = temporary.resolve("socket");
    var options =
        new String[] {
          "--plugins", folderWith("unix.jar").toString(), "--listen", "unix://" + socket
        };
    start(Image.home(), options).awaitReady().close();
    assertThat(socket).exists();

    try (var server = start(Image.home(), options)) {
      server.awaitReady();

      assertThat(ask(socket, "users x")).isEqualTo(Replies.NO_SESSION);
    }
  }

  @Test
  void withoutThePluginThereIsNoSuchTransport() throws Exception {
    assertThat(refusal("--listen", "unix:///nowhere"))
        .contains("transport: there is no 'unix' (available: tcp, udp)");
  }

  @Test
  void aPluginsFolderThatIsMissingIsRefused() throws Exception {
    var missing = temporary.resolve("missing").toString();

    assertThat(refusal("--plugins", missing)).contains("plugins: cannot use '" + missing + "'");
  }

  @Test
  void aBrokenPluginIsRefusedEvenIfNobodyAsksForIt() throws Exception {
    var plugins = folderWith("unix.jar");
    var broken = Files.writeString(plugins.resolve("broken.jar"), "no zip");

    assertThat(refusal("--plugins", plugins.toString())).contains("cannot use '" + broken + "'");
  }

  @Test
  void theSamePluginTwiceIsRefused() throws Exception {
    var plugins = folderWith("unix.jar");
    Files.copy(exampleJar(), plugins.resolve("unix2.jar"));

    assertThat(refusal("--plugins", plugins.toString()))
        .contains("unix2.jar': the module example.transport.unix is in '")
        .contains("unix.jar' too");
  }

  @Test
  void aMisspeltSettingOfAPluginIsRefused() throws Exception {
    var plugins = folderWith("unix.jar").toString();
    var setting = "transport.unix.permission=rw-rw----";

    assertThat(refusal("--plugins", plugins, "--listen", "unix:///x/y", "--set", setting))
        .contains("transport.unix.permission: unknown setting")
        .contains("did you mean transport.unix.permissions?");
    assertThat(refusal("--plugins", plugins, "--set", setting))
        .contains("transport.unix.permission: unknown setting");
  }

  private static Path exampleJar() throws IOException {
    var target = Image.project().resolve("examples/transport-unix/target");
    try (var jars = Files.newDirectoryStream(target, "transport-unix-*.jar")) {
      return jars.iterator().next();
    }
  }

  /// A folder of plug-ins with the example under this name.
  private Path folderWith(String name) throws IOException {
    var jar = temporary.resolve("plugins").resolve(name);
    Files.createDirectories(jar.getParent());
    Files.copy(exampleJar(), jar);
    return temporary.resolve("plugins");
  }

  private PackedServer start(Path image, String... options) throws IOException {
    var command = new ArrayList<>(List.of(image.resolve("bin/kabard").toString()));
    command.addAll(List.of("--demo", "--data", temporary.resolve("data").toString()));
    command.addAll(List.of("--metrics", "off"));
    command.addAll(List.of(options));
    return new PackedServer(Map.of(), command);
  }

  /// The one line of a server that does not start.
  private String refusal(String... options) throws Exception {
    try (var server = start(Image.home(), options)) {
      assertThat(server.awaitExit()).isEqualTo(2);
      var said = server.err().awaitEnd();
      assertThat(said).startsWith("kabard: ");
      assertThat(said.strip()).as("one line").doesNotContain("\n");
      return said;
    }
  }

  /// The answer to one request, without its end; the server ends the connection after it.
  private static String ask(Path socket, String request) throws IOException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.shutdownOutput();
      var reply = Channels.newInputStream(channel).readAllBytes();
      return new String(reply, StandardCharsets.UTF_8).stripTrailing();
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }
}
