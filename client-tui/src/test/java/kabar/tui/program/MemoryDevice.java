package kabar.tui.program;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kabar.tui.keys.Input;
import kabar.tui.keys.Key;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;
import kabar.tui.terminal.Device;

/// A terminal in memory, at which the test sits. Its monitor guards all of it.
public final class MemoryDevice implements Device, Screens {
  private static final long DEADLINE_SECONDS = 60;

  private final List<String> frames = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private UnaryOperator<String> editor = text -> text;
  private Size size = new Size(80, 24);
  private Consumer<Input> inputs = _ -> {};
  private Consumer<Size> sizes = _ -> {};
  private Runnable gone = () -> {};
  private boolean isOpen;
  private boolean isBroken;

  @Override
  public synchronized Device open(Consumer<Input> inputs, Consumer<Size> sizes, Runnable gone) {
    this.inputs = inputs;
    this.sizes = sizes;
    this.gone = gone;
    isOpen = true;
    notifyAll();
    return this;
  }

  // What somebody does.

  public MemoryDevice press(String key) {
    open().accept(new Input.Pressed(Key.parse(key).orElseThrow()));
    return this;
  }

  public MemoryDevice type(String text) {
    text.codePoints().mapToObj(Character::toString).map(Input.Typed::new).forEach(open());
    return this;
  }

  public MemoryDevice paste(String text) {
    open().accept(new Input.Pasted(text));
    return this;
  }

  public MemoryDevice look(boolean hasFocus) {
    open().accept(new Input.FocusChanged(hasFocus));
    return this;
  }

  public synchronized void resize(Size changed) {
    size = changed;
    sizes.accept(changed);
  }

  public synchronized void vanish() {
    gone.run();
  }

  /// From now on nothing can be shown, because of a bug.
  public synchronized MemoryDevice breaking() {
    isBroken = true;
    return this;
  }

  synchronized MemoryDevice editing(UnaryOperator<String> other) {
    editor = other;
    return this;
  }

  private synchronized Consumer<Input> open() {
    await(() -> isOpen);
    return inputs;
  }

  // What somebody sees.

  /// The frame that shows these words, as soon as there is one.
  public String awaits(String words) {
    return awaits(frame -> frame.contains(words));
  }

  /// The frame that is as it should be, as soon as there is one.
  synchronized String awaits(Predicate<String> wanted) {
    await(() -> wanted.test(frame()));
    if (!wanted.test(frame())) {
      throw new AssertionError("another frame than wanted:%n%s".formatted(frame()));
    }
    return frame();
  }

  /// The same for what the terminal was told beside its frames.
  public synchronized void awaitsMark(String mark) {
    await(() -> marks.contains(mark));
    if (!marks.contains(mark)) {
      throw new AssertionError("no '%s' in %s".formatted(mark, marks));
    }
  }

  public synchronized String firstFrame() {
    return frames.getFirst();
  }

  synchronized int frameCount() {
    return frames.size();
  }

  public synchronized List<String> marks() {
    return List.copyOf(marks);
  }

  public synchronized boolean isOpen() {
    return isOpen;
  }

  private String frame() {
    return frames.isEmpty() ? "" : frames.getLast();
  }

  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      try {
        SECONDS.timedWait(this, 1);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  // The device.

  @Override
  public synchronized Size size() {
    return size;
  }

  @Override
  public synchronized void show(Canvas frame, Theme theme) {
    if (isBroken) {
      throw new IllegalStateException("on purpose");
    }
    frames.add(frame.toString());
    notifyAll();
  }

  @Override
  public void redraw() {
    mark("redraw");
  }

  @Override
  public void title(String clean) {
    mark("title " + clean);
  }

  @Override
  public void bell() {
    mark("bell");
  }

  @Override
  public void notify(String title, String body) {
    mark("notify " + title + ": " + body);
  }

  @Override
  public void copy(String text) {
    mark("copy " + text);
  }

  @Override
  public void suspend() {
    mark("suspend");
  }

  @Override
  public synchronized int edit(List<String> command) throws IOException {
    mark("edit " + command.get(2));
    var file = Path.of(command.getLast());
    var edited = editor.apply(Files.readString(file));
    Files.writeString(file, edited);
    return edited.equals("give up") ? 1 : 0;
  }

  @Override
  public synchronized void close() {
    isOpen = false;
    notifyAll();
  }

  private synchronized void mark(String what) {
    marks.add(what);
    notifyAll();
  }
}
