package kabar.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes the cache down a while after something changed. On the loop's thread.
final class Shelf {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Disk disk;
  private final Loop loop;
  private final Supplier<Cache> content;
  private final Consumer<? super News> audience;
  private @Nullable CacheFile file;
  private boolean isDue;
  private boolean isFailing;

  /// @param content what to write down
  Shelf(Disk disk, Loop loop, Supplier<Cache> content, Consumer<? super News> audience) {
    this.disk = disk;
    this.loop = loop;
    this.content = content;
    this.audience = audience;
  }

  /// From now on there is a file.
  void attach(CacheFile file) {
    this.file = file;
  }

  /// Something has changed.
  void touch() {
    if (file != null && !isDue) {
      isDue = true;
      loop.after(SOON, () -> Futures.onSuccess(write(), _ -> {}));
    }
  }

  /// Writes it down if something has changed.
  CompletableFuture<Void> write() {
    var file = this.file;
    if (file == null || !isDue) {
      return CompletableFuture.completedFuture(null);
    }
    isDue = false;
    var cache = content.get();
    return disk.run(
            () -> {
              file.write(cache);
              return true;
            })
        .handle(
            (_, failure) -> {
              tell(failure);
              return null;
            });
  }

  /// A disk that stays full is told once.
  private void tell(@Nullable Throwable failure) {
    if (failure != null && !isFailing) {
      audience.accept(new News.Trouble(String.valueOf(failure.getMessage())));
    }
    isFailing = failure != null;
  }
}
