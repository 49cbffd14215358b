package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import kabar.tui.program.MemoryDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kabar` without a command, at a terminal and a real server.
final class ScreenRoomTest {
  @TempDir private Path home;
  private final MemoryDevice screen = new MemoryDevice();
  private DemoServer server;
  private Shell messi;

  @BeforeEach
  void begin() throws IOException {
    server = new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
    messi = new Shell(home).seatedAt(screen);
    messi.login(server.address().toString(), "messi");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void theChatIsOpenedAndLeft() throws Exception {
    try (var kabar = Typist.at(messi)) {
      screen.awaits("● ONLINE");
      screen.press("ctrl-d");

      assertThat(kabar.ends().done()).isEmpty();
    }
    assertThat(screen.isOpen()).isFalse();
  }

  @Test
  void itSpeaksTheLanguageOfItsUser() throws Exception {
    try (var kabar = Typist.at(messi, "--locale", "id")) {
      screen.awaits("● DARING");
      screen.press("ctrl-d");
      kabar.ends().done();
    }
  }

  @Test
  void aKeyLeadsIntoLines() throws Exception {
    try (var kabar = Typist.at(messi)) {
      screen.awaits("● ONLINE");
      screen.type("/msg henderson satu").press("enter").awaits("✓");
      screen.press("f2");

      kabar.reads("henderson> ");
      assertThat(screen.isOpen()).isFalse();
      kabar.types("/quit");
      kabar.ends().done();
    }
  }

  @Test
  void anEndedSessionIsRenewedWithThePassword() throws Exception {
    try (var kabar = Typist.at(messi.asking(Script.of("surabaya")))) {
      screen.awaits("● ONLINE");
      var second = new Shell(home.resolve("second"));
      second.login(server.address().toString(), "messi");
      second.run("logout", "--all").done();
      screen.awaits("SESSION ENDED");

      screen.type("/reconnect").press("enter");

      kabar.reads("Logged in as messi");
      screen.awaits("● ONLINE");
      screen.press("ctrl-d");
      kabar.ends().done();
    }
  }

  @Test
  void aThemeThatWasChosenIsThereTheNextTime() throws Exception {
    try (var kabar = Typist.at(messi)) {
      screen.awaits("● ONLINE");
      screen.type("/theme mono").press("enter").press("ctrl-d");
      kabar.ends().done();
    }
    assertThat(messi.run("config", "theme").done()).isEqualTo("mono\n");
  }

  @Test
  void aBugIsTakenDownAndSaidInOneSentence() throws Exception {
    screen.breaking();
    try (var kabar = Typist.at(messi)) {
      var ended = kabar.ends();

      var log = home.resolve("state/kabar/kabar.log");
      assertThat(ended.refused(ExitCode.BUG)).contains("bug of its own").contains(log.toString());
      assertThat(Files.readString(log)).contains("IllegalStateException: on purpose");
    }
  }

  @Test
  void aKeysFileThatCannotBeUsedIsNamed() throws Exception {
    Files.createDirectories(home.resolve("config/kabar"));
    Files.writeString(home.resolve("config/kabar/keys.toml"), "sing = \"f9\"\n");

    assertThat(messi.run().refused(ExitCode.USAGE)).contains("keys.toml:1");
    assertThat(screen.isOpen()).isFalse();
  }
}
