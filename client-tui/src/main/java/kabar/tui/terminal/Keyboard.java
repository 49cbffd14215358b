package kabar.tui.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kabar.tui.keys.Input;
import kabar.tui.keys.KeyDecoder;
import kabar.tui.keys.KeyDecoder.Pastes;

/// Reads the bytes of a terminal and tells what they mean. One thread waits for bytes, another
/// decodes them and, after an escape, waits a moment for the rest of a sequence. Both sleep while
/// nobody types.
final class Keyboard implements AutoCloseable {
  private static final Path TERMINAL = Path.of("/dev/tty");
  private static final int CHUNK_BYTES = 4096;

  /// Where typing runs ahead of this many chunks, the terminal keeps the rest.
  private static final int CHUNKS = 64;

  /// What is to be expected of a terminal.
  ///
  /// @param patience how long an escape waits for what may follow it
  record Temper(Duration patience, Pastes pastes) {}

  /// Bytes, and when they came; none stand for the end.
  private record Chunk(ByteBuffer bytes, long nanos) {}

  /// The terminal once more, since this descriptor can be closed: a thread that waits for standard
  /// input cannot be stopped, and would take keys from the program that runs next.
  private final FileChannel terminal;

  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS);
  private final Temper temper;
  private final Consumer<Input> inputs;
  private final Runnable ended;
  private final Thread reader =
      Thread.ofPlatform().daemon().name("kabar-tty").unstarted(this::read);
  private final Thread decoder =
      Thread.ofPlatform().daemon().name("kabar-keys").unstarted(this::decode);

  private Keyboard(FileChannel terminal, Temper temper, Consumer<Input> inputs, Runnable ended) {
    this.terminal = terminal;
    this.temper = temper;
    this.inputs = inputs;
    this.ended = ended;
  }

  /// Listens to the terminal that controls this process.
  ///
  /// @param inputs called on a thread of the keyboard, in the order of what was typed
  /// @param ended called there once, if the terminal goes away
  /// @throws IOException if there is no such terminal
  static Keyboard open(Temper temper, Consumer<Input> inputs, Runnable ended) throws IOException {
    return of(FileChannel.open(TERMINAL, StandardOpenOption.READ), temper, inputs, ended);
  }

  /// Listens to what this channel reads, and owns it.
  static Keyboard of(FileChannel terminal, Temper temper, Consumer<Input> inputs, Runnable ended) {
    var keyboard = new Keyboard(terminal, temper, inputs, ended);
    keyboard.reader.start();
    keyboard.decoder.start();
    return keyboard;
  }

  private void read() {
    try {
      readAll();
      chunks.put(new Chunk(ByteBuffer.allocate(0), System.nanoTime()));
    } catch (InterruptedException | AsynchronousCloseException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAll() throws InterruptedException, AsynchronousCloseException {
    try {
      var bytes = ByteBuffer.allocate(CHUNK_BYTES);
      while (terminal.read(bytes) > 0) {
        chunks.put(new Chunk(bytes.flip(), System.nanoTime()));
        bytes = ByteBuffer.allocate(CHUNK_BYTES);
      }
    } catch (AsynchronousCloseException closed) {
      throw closed;
    } catch (IOException hungUp) {
      // As if it had said that it ends.
    }
  }

  private void decode() {
    var keys = new KeyDecoder(temper.pastes());
    try {
      var chunk = next(keys);
      while (chunk.bytes().hasRemaining()) {
        keys.feed(chunk.bytes(), chunk.nanos()).forEach(inputs);
        chunk = next(keys);
      }
      ended.run();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Chunk next(KeyDecoder keys) throws InterruptedException {
    if (keys.hasPending()) {
      var chunk = chunks.poll(temper.patience().toNanos(), TimeUnit.NANOSECONDS);
      if (chunk != null) {
        return chunk;
      }
      keys.timeout().forEach(inputs);
    }
    return chunks.take();
  }

  /// Stops reading, at once: what is typed from now on is for others. Harmless twice.
  @Override
  public void close() throws IOException {
    terminal.close();
    reader.interrupt();
    decoder.interrupt();
  }
}
