package kabar.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was begun to be written, kept on disk soon after it was changed. On the loop's thread, but
/// for {@link #text}.
final class Desk {
  private static final Duration SOON = Duration.ofMillis(500);

  private final Disk disk;
  private final Loop loop;
  private final Consumer<? super News> audience;
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<String, String> unwritten = new HashMap<>();
  private @Nullable Drafts file;
  private boolean isDue;

  Desk(Disk disk, Loop loop, Consumer<? super News> audience) {
    this.disk = disk;
    this.loop = loop;
    this.audience = audience;
  }

  /// From now on there is a file, which was read.
  void attach(Drafts file, Map<String, String> read) {
    this.file = file;
    read.forEach(texts::putIfAbsent);
  }

  /// The draft for a conversation, empty for none. Any thread.
  String text(String with) {
    return texts.getOrDefault(with, "");
  }

  /// What is shown from now on. Any thread.
  void show(String with, String text) {
    texts.put(with, text);
  }

  /// Keeps what is shown.
  void keep(String with, String text) {
    unwritten.put(with, text);
    if (!isDue) {
      isDue = true;
      loop.after(SOON, () -> Futures.onSuccess(write(), _ -> {}));
    }
  }

  /// Writes down what was changed.
  CompletableFuture<Void> write() {
    isDue = false;
    var file = this.file;
    if (file == null || unwritten.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    var changed = Map.copyOf(unwritten);
    unwritten.clear();
    return disk.run(
            () -> {
              file.write(changed);
              return true;
            })
        .handle(
            (_, failure) -> {
              if (failure != null) {
                changed.forEach(unwritten::putIfAbsent);
                audience.accept(new News.Trouble(String.valueOf(failure.getMessage())));
              }
              return null;
            });
  }
}
