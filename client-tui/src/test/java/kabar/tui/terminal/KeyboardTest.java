package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kabar.tui.keys.Input;
import kabar.tui.keys.Key;
import kabar.tui.keys.KeyDecoder.Pastes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is typed comes through a named pipe, which can be read, ended and closed like a terminal.
final class KeyboardTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
  private FileChannel typed;
  private Keyboard keyboard;

  @BeforeEach
  void open() throws Exception {
    var pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    // Both ways, so that neither end waits for the other to be opened.
    typed = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
    keyboard = listen(FileChannel.open(pipe, StandardOpenOption.READ));
  }

  @AfterEach
  void close() throws IOException {
    keyboard.close();
    typed.close();
  }

  @Test
  void tellsWhatIsTypedInOrder() throws Exception {
    type("hi");

    assertThat(next()).isEqualTo(new Input.Typed("h"));
    assertThat(next()).isEqualTo(new Input.Typed("i"));
  }

  @Test
  void tellsAnEscapeAfterAMomentWithoutMore() throws Exception {
    type("\033");

    assertThat(next()).isEqualTo(new Input.Pressed(Key.parse("escape").orElseThrow()));
  }

  @Test
  void tellsAnArrowForAnEscapeWithItsRestInTime() throws Exception {
    keyboard.close();
    keyboard = listen(pipe(), Duration.ofMinutes(1));

    type("\033");
    type("[A");

    assertThat(next()).isEqualTo(new Input.Pressed(Key.parse("up").orElseThrow()));
  }

  @Test
  void tellsThatTheTerminalHasGoneAfterTheLastKey() throws Exception {
    type("x");
    typed.close();

    assertThat(next()).isEqualTo(new Input.Typed("x"));
    assertThat(next()).isEqualTo("gone");
  }

  @Test
  void leavesWhatIsTypedAfterItsEndToOthers() throws Exception {
    keyboard.close();

    type("later");

    try (var other = Files.newInputStream(folder.resolve("pipe"))) {
      assertThat(other.readNBytes(5)).asString().isEqualTo("later");
    }
    assertThat(told).isEmpty();
  }

  private FileChannel pipe() throws IOException {
    return FileChannel.open(folder.resolve("pipe"), StandardOpenOption.READ);
  }

  private Keyboard listen(FileChannel pipe) {
    return listen(pipe, Duration.ofMillis(30));
  }

  private Keyboard listen(FileChannel pipe, Duration patience) {
    return Keyboard.of(
        pipe, new Keyboard.Temper(patience, Pastes.MARKED), told::add, () -> told.add("gone"));
  }

  private void type(String text) throws IOException {
    typed.write(java.nio.charset.StandardCharsets.UTF_8.encode(text));
  }

  private Object next() throws InterruptedException {
    var next = told.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    assertThat(next).as("told within " + DEADLINE).isNotNull();
    return next;
  }
}
