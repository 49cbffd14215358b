package kabar.distribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bot of `docs/bots.md`, as it stands there.
final class BotIT {
  private static final Pattern SCRIPT = Pattern.compile("(?s)```sh\n(#!/bin/sh\n.*?)```");
  private static final String PASSWORD = "barcelona10";

  @TempDir Path temporary;

  @Test
  void answersWhoeverWritesAlsoWhatWasWrittenWhileItWasDown() throws Exception {
    var data = temporary.resolve("data");
    var command = PackedServer.command("--listen", "tcp://127.0.0.1:0", "--data", data.toString());
    try (var server = new PackedServer(Map.of(), command).awaitReady()) {
      var operator = new Operator(temporary, data);
      operator.addUser("bot", PASSWORD);
      operator.addUser("leo", PASSWORD);
      var url = server.addresses().getFirst().toString();
      var leo = new PackedShell(temporary.resolve("leo"));
      leo.login(url, "leo", PASSWORD);
      var home = new PackedShell(temporary.resolve("bot"));
      Operator.done(
          home.giveWithInput(
              PASSWORD + "\n", "login", url, "bot", "--password-stdin", "--profile", "bot"));

      try (var bot = new Bot(home, script())) {
        bot.awaitBeginning();
        leo.done("send", "bot", "ping");
        assertThat(answer(leo)).endsWith("bot: pong\n");
        leo.done("send", "bot", "\",\"text\":\"ping\"");
        assertThat(answer(leo)).contains("bot: It is ").endsWith("Say ping.\n");
      }
      leo.done("send", "bot", "ping");

      try (var _ = new Bot(home, script())) {
        assertThat(answer(leo)).endsWith("bot: pong\n");
      }
    }
  }

  private Path script() throws IOException {
    var page = Files.readString(Image.project().resolve("docs/bots.md"));
    var script = SCRIPT.matcher(page);
    assertThat(script.find()).isTrue();
    return Files.writeString(temporary.resolve("bot.sh"), script.group(1));
  }

  /// The next message from the bot.
  private static String answer(PackedShell leo) throws Exception {
    var answer = leo.done("tail", "bot", "--unread", "--plain", "-n", "1");
    leo.done("read", "bot");
    return answer;
  }

  /// The script, running.
  private static final class Bot implements AutoCloseable {
    private final PackedShell home;
    private final Process process;
    private final Printed printed;

    Bot(PackedShell home, Path script) throws IOException {
      this.home = home;
      var builder = new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(home.environment());
      process = builder.start();
      printed = new Printed(process.getInputStream(), _ -> {});
    }

    /// Waits until it has a place from which on it misses nothing.
    void awaitBeginning() throws IOException, InterruptedException {
      var folder = home.home().resolve("state/kabar/bot");
      try (var watch = folder.getFileSystem().newWatchService()) {
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        while (!Files.exists(folder.resolve("tail"))) {
          var key = watch.poll(60, SECONDS);
          assertThat(key)
              .as("a place in " + folder + "; it printed: " + printed.text())
              .isNotNull();
          key.pollEvents();
          key.reset();
        }
      }
    }

    @Override
    public void close() {
      var all = new ArrayList<>(List.of(process.toHandle()));
      process.descendants().forEach(all::add);
      all.forEach(ProcessHandle::destroy);
      all.forEach(handle -> handle.onExit().join());
      printed.join();
    }
  }
}
