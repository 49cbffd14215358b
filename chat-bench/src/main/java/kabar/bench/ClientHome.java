package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The home of a demo user who is logged in with the packed client.
///
/// @param image the folder of the packed programs
record ClientHome(Path image, Path folder) {
  private static final int LOGIN_SECONDS = 60;
  private static final String PASSWORD = "surabaya\n";

  /// Makes one, and logs in.
  static ClientHome make(Path image, Workplace workplace, InetSocketAddress address, String user)
      throws IOException {
    var home = new ClientHome(image, Files.createDirectories(workplace.newFolder("home")));
    home.login(address, user);
    return home;
  }

  /// All that the client gets of an environment.
  Map<String, String> environment() {
    return Map.of(
        "HOME",
        folder.toString(),
        "LC_ALL",
        "C.UTF-8",
        "TERM",
        "xterm-256color",
        "PATH",
        System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
  }

  String program() {
    return image.resolve("bin", "kabar").toString();
  }

  private void login(InetSocketAddress address, String user) throws IOException {
    var url = "tcp://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
    var builder =
        new ProcessBuilder(program(), "login", url, user, "--password-stdin")
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    var process = builder.start();
    try (var password = process.getOutputStream()) {
      password.write(PASSWORD.getBytes(StandardCharsets.US_ASCII));
    }
    requireSuccess(process);
  }

  private static void requireSuccess(Process process) throws IOException {
    try {
      if (!process.waitFor(LOGIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroy();
        throw new BenchException(
            "kabar login: "
                + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }
}
