package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `kabar tail` of the packed client, of a demo user.
///
/// @param image the folder of the packed programs
record Tail(Path image, Workplace workplace) {
  private static final int LOGIN_SECONDS = 60;
  private static final String USER = "henderson";
  private static final String PASSWORD = "surabaya\n";

  /// Logs in and begins to print what comes.
  Ear open(InetSocketAddress address) throws IOException {
    var home = Files.createDirectories(workplace.newFolder("home"));
    var environment = Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8");
    login(address, environment);
    return workplace.listen(List.of(program(), "tail", "--json"), environment);
  }

  private void login(InetSocketAddress address, Map<String, String> environment)
      throws IOException {
    var url = "tcp://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
    var builder =
        new ProcessBuilder(program(), "login", url, USER, "--password-stdin")
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
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

  private String program() {
    return image.resolve("bin", "kabar").toString();
  }
}
