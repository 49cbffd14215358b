package kabar.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The packed client on the whole of a terminal, which `script` of util-linux makes, and all that
/// it
/// writes there. One thread reads, another asks.
final class ScreenClient implements Workplace.Running {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// The key that asks for a whole repaint.
  static final String REDRAW = "\u000c";

  /// What the client writes at the end of each frame: the end of a synchronized update.
  private static final String END_OF_FRAME = "\u001b[?2026l";

  private final long startedNanos = System.nanoTime();
  private final Process process;

  // Guarded by this.
  private final StringBuilder written = new StringBuilder();
  private boolean isEnded;

  private ScreenClient(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("screen").start(() -> listen(process.getInputStream()));
  }

  /// Starts it.
  ///
  /// @param tracer what is to run it, empty for nothing
  static ScreenClient start(ClientHome home, int columns, int rows, List<String> tracer)
      throws IOException {
    var command = new ArrayList<>(tracer);
    command.add(home.program());
    var line =
        "stty columns %d rows %d; exec '%s'".formatted(columns, rows, String.join("' '", command));
    var builder = new ProcessBuilder("script", "-qec", line, "/dev/null").redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(home.environment());
    return new ScreenClient(builder.start());
  }

  /// Types letters as they are.
  void type(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /// Waits until a text was written, in one piece, and the frame with it was whole; answers how
  /// long
  /// that took from the start.
  Duration awaitFrameWith(String text) throws BenchException {
    await(() -> hasFrameWith(text), text);
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private synchronized boolean hasFrameWith(String text) {
    int at = written.indexOf(text);
    return at >= 0 && written.indexOf(END_OF_FRAME, at) >= 0;
  }

  /// Waits until so many frames were painted.
  void awaitFrames(int count) throws BenchException {
    await(() -> frames() >= count, count + " frames");
  }

  /// How many frames were painted.
  synchronized int frames() {
    int count = 0;
    for (int at = written.indexOf(END_OF_FRAME);
        at >= 0;
        at = written.indexOf(END_OF_FRAME, at + 1)) {
      count++;
    }
    return count;
  }

  /// All that is on the screen, as the client writes it when it is asked to.
  String repaint() throws IOException {
    int frames = frames();
    int start = text().length();
    type(REDRAW);
    awaitFrames(frames + 1);
    return text().substring(start);
  }

  /// The figures of the client itself.
  ProcessFigures figures() throws BenchException {
    return process
        .descendants()
        .filter(one -> one.info().command().map(name -> name.endsWith("/java")).orElse(false))
        .findFirst()
        .map(one -> new ProcessFigures(Path.of("/proc", String.valueOf(one.pid()))))
        .orElseThrow(() -> new BenchException("the client has ended:\n" + text()));
  }

  /// Quits as its user would, and waits until it has ended.
  void quit() throws IOException {
    type("\u0004");
    await(() -> isEnded, "the end");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private synchronized String text() {
    return written.toString();
  }

  private synchronized void await(BooleanSupplier condition, String wanted) throws BenchException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0 || isEnded) {
          throw new BenchException(
              "the client has not shown %s, but:%n%s".formatted(wanted, written));
        }
        wait(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  private void listen(InputStream stream) {
    var buffer = new byte[64 * 1024];
    try (stream) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        add(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      add(String.valueOf(e.getMessage()));
    }
    end();
  }

  private synchronized void add(String text) {
    written.append(text);
    notifyAll();
  }

  private synchronized void end() {
    isEnded = true;
    notifyAll();
  }
}
