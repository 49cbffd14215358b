package kabar.tui.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import kabar.tui.keys.Input;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;

/// The terminal of this process. It is taken when this is opened and given back on every way out:
/// {@link #close}, whatever end the JVM notices, a stop, and while another program runs on it.
public final class TtyDevice implements Device {

  private interface Writing {
    void run() throws IOException;
  }

  private final Hold hold;
  private final Announcements announcements;
  private final Consumer<Size> sizes;
  private final Runnable gone;
  private final JobControl jobs = new JobControl(this::suspend);
  private final Farewell farewell = new Farewell(this::close);
  private final AtomicBoolean isGone = new AtomicBoolean();

  /// Guards the hold and the flag. Nobody waits for another program while holding it.
  private final ReentrantLock lock = new ReentrantLock();

  private boolean isClosed;

  private TtyDevice(
      Map<String, String> environment,
      Consumer<Input> inputs,
      Consumer<Size> sizes,
      Runnable gone) {
    this.hold = new Hold(environment, inputs, this::lose);
    this.announcements = new Announcements(environment);
    this.sizes = sizes;
    this.gone = gone;
  }

  /// Takes the terminal of this process.
  ///
  /// @param inputs told what is typed, in order, on a thread of the terminal
  /// @param sizes told the size whenever it may have changed, on a thread of the JVM
  /// @param gone told once when the terminal has gone; from then on nothing shows
  /// @throws IOException if there is no terminal, or one that cannot show a full screen
  ///     (`TERM=dumb`)
  public static TtyDevice open(
      Map<String, String> environment, Consumer<Input> inputs, Consumer<Size> sizes, Runnable gone)
      throws IOException {
    if (environment.getOrDefault("TERM", "dumb").equals("dumb")) {
      throw new IOException("TERM: cannot use 'dumb' or none (expected one with a full screen)");
    }
    var device = new TtyDevice(environment, inputs, sizes, gone);
    device.begin();
    return device;
  }

  private void begin() throws IOException {
    farewell.arm();
    try {
      hold.take();
      jobs.listen(this::resized, this::goOn);
      hold.send(announcements.backgroundQuery());
    } catch (IOException | IllegalStateException refused) {
      close();
      throw refused;
    }
  }

  @Override
  public Size size() {
    lock.lock();
    try {
      return hold.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void show(Canvas frame, Theme theme) {
    write(() -> hold.paint(frame, theme));
  }

  @Override
  public void redraw() {
    write(hold::forget);
  }

  @Override
  public void title(String clean) {
    write(() -> hold.send(announcements.title(clean)));
  }

  @Override
  public void bell() {
    write(() -> hold.send(Announcements.BELL));
  }

  @Override
  public void notify(String title, String body) {
    write(() -> hold.send(announcements.notification(title, body)));
  }

  @Override
  public void copy(String text) {
    write(() -> hold.send(announcements.clipboard(text)));
  }

  @Override
  public void suspend() {
    if (giveBack()) {
      try {
        jobs.stopGroup();
      } catch (IOException noShell) {
        // Then it cannot stop, and goes on.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } finally {
        takeBack();
      }
    }
  }

  @Override
  public int edit(List<String> command) throws IOException, InterruptedException {
    giveBack();
    try {
      return jobs.run(command);
    } finally {
      takeBack();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      hold.giveBack();
    } finally {
      lock.unlock();
    }
    jobs.close();
    farewell.disarm();
  }

  /// Whether it was taken.
  private boolean giveBack() {
    lock.lock();
    try {
      boolean wasTaken = hold.isTaken();
      hold.giveBack();
      return wasTaken;
    } finally {
      lock.unlock();
    }
  }

  private void takeBack() {
    lock.lock();
    try {
      if (!isClosed) {
        hold.take();
      }
    } catch (IOException hungUp) {
      lose();
    } finally {
      lock.unlock();
    }
    write(hold::repaint);
    sizes.accept(size());
  }

  /// The terminal wraps and cuts what is on it as it likes.
  private void resized() {
    write(hold::forget);
    write(hold::repaint);
    sizes.accept(size());
  }

  /// Somebody stopped this process without asking it, and whoever had the terminal meanwhile left
  /// it as they like it.
  private void goOn() {
    write(hold::retake);
    write(hold::repaint);
    sizes.accept(size());
  }

  private void write(Writing writing) {
    lock.lock();
    try {
      if (hold.isTaken()) {
        writing.run();
      }
    } catch (IOException hungUp) {
      lose();
    } finally {
      lock.unlock();
    }
  }

  private void lose() {
    if (!isGone.getAndSet(true)) {
      gone.run();
    }
  }
}
