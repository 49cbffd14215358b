package kabar.client;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kabar.client.OutboxEntry.Standing;
import kabar.client.OutboxFile.Glance;
import org.jspecify.annotations.Nullable;

/// The outbox as the loop's thread sees it: what was read from disk, and over that what has
/// happened
/// since and is on its way there.
final class Outbox {
  private final Disk disk;
  private final Consumer<? super News> audience;
  private final Map<String, Standing> ahead = new HashMap<>();
  private final Map<String, Standing> unwritten = new LinkedHashMap<>();
  private final Map<String, CompletableFuture<Standing>> fates = new HashMap<>();
  private volatile List<OutboxEntry> open = List.of();
  private Runnable changed = () -> {};
  private @Nullable OutboxFile file;

  Outbox(Disk disk, Consumer<? super News> audience) {
    this.disk = disk;
    this.audience = audience;
  }

  /// From now on there is a file, which was read.
  ///
  /// @param changed is run whenever there may be something to send
  void attach(OutboxFile file, Glance glance, Runnable changed) {
    this.file = file;
    this.changed = changed;
    take(glance);
  }

  /// All that is pending or failed, in order. Any thread.
  List<OutboxEntry> open() {
    return open;
  }

  /// What is to be sent in sessions of a user, in order.
  List<OutboxEntry> pending(String user) {
    return open.stream().filter(entry -> entry.isPending() && entry.from().equals(user)).toList();
  }

  /// Writes an entry down.
  ///
  /// @param fate completes when it is settled
  /// @return completes when it is on disk
  CompletableFuture<Void> add(OutboxEntry entry, CompletableFuture<Standing> fate) {
    var file = requireNonNull(this.file);
    var kept =
        disk.run(() -> file.add(entry))
            .thenAccept(
                glance -> {
                  fates.put(entry.key(), fate);
                  take(glance);
                });
    Futures.whenDone(
        kept,
        (_, failure) -> {
          if (failure != null) {
            fate.completeExceptionally(failure);
          }
        });
    return kept;
  }

  /// An entry has left for the server.
  void sends(String key) {
    ahead.put(key, new Standing.Sending());
    tellAhead(key);
  }

  /// It is not known whether entries that have left arrived.
  void comesBack(Set<String> keys) {
    for (var key : keys) {
      if (ahead.get(key) instanceof Standing.Sending) {
        ahead.remove(key);
        tellAhead(key);
      }
    }
  }

  /// An entry was settled, which is true from now on, whatever the disk says.
  void settles(String key, Standing standing) {
    ahead.put(key, standing);
    tellAhead(key);
    decide(key, standing);
    write(key, standing);
  }

  /// Tries again what the disk did not take, and looks whether others have written.
  void tend() {
    var file = this.file;
    if (file == null) {
      return;
    }
    Map.copyOf(unwritten).forEach(this::write);
    Futures.onSuccess(
        disk.run(() -> file.hasNews() ? Optional.of(file.look()) : Optional.<Glance>empty()),
        glance -> glance.ifPresent(this::take));
  }

  /// Looks whether others have written.
  CompletableFuture<Void> look() {
    var file = requireNonNull(this.file);
    return disk.run(file::look).thenAccept(this::take);
  }

  /// Tries a failed entry again.
  CompletableFuture<Boolean> retry(String key) {
    return change(key, Outbox::isFailed, new Standing.Kept());
  }

  /// Gives an entry up.
  CompletableFuture<Boolean> drop(String key) {
    return switch (ahead.getOrDefault(key, new Standing.Kept())) {
      case Standing.Sending _, Standing.Sent _, Standing.Dropped _ ->
          CompletableFuture.completedFuture(false);
      case Standing.Kept _, Standing.Failed _ ->
          change(key, OutboxEntry::isOpen, new Standing.Dropped());
    };
  }

  /// Nothing is settled any more.
  void close() {
    var failure = new UnansweredException("the client was closed", false);
    List.copyOf(fates.values()).forEach(fate -> fate.completeExceptionally(failure));
    fates.clear();
  }

  private CompletableFuture<Boolean> change(
      String key, Predicate<OutboxEntry> fits, Standing standing) {
    var file = requireNonNull(this.file);
    return disk.run(() -> file.change(key, fits, standing))
        .thenApply(
            glance -> {
              glance.ifPresent(
                  it -> {
                    ahead.remove(key);
                    take(it);
                  });
              return glance.isPresent();
            });
  }

  private static boolean isFailed(OutboxEntry entry) {
    return entry.standing() instanceof Standing.Failed;
  }

  private void write(String key, Standing standing) {
    var file = requireNonNull(this.file);
    Futures.whenDone(
        disk.run(() -> file.settle(key, standing)),
        (glance, failure) -> written(key, standing, glance, failure));
  }

  /// A disk that stays full is told once for each entry.
  private void written(
      String key, Standing standing, @Nullable Glance glance, @Nullable Throwable failure) {
    if (glance != null) {
      unwritten.remove(key);
      take(glance);
    } else if (unwritten.put(key, standing) == null && failure != null) {
      audience.accept(new News.Trouble(String.valueOf(failure.getMessage())));
    }
  }

  private void take(Glance glance) {
    var told = glance.changed().stream().filter(this::isNews).toList();
    glance.changed().forEach(this::catchUp);
    open = glance.open().stream().map(this::withAhead).filter(OutboxEntry::isOpen).toList();
    told.forEach(entry -> audience.accept(new News.OutboxChanged(entry)));
    glance.changed().forEach(entry -> decide(entry.key(), entry.standing()));
    giveUpMissing();
    if (!glance.trouble().isEmpty()) {
      audience.accept(new News.Trouble(glance.trouble()));
    }
    changed.run();
  }

  /// What this client did itself is told before it is on disk.
  private boolean isNews(OutboxEntry entry) {
    var known = ahead.get(entry.key());
    return known == null || (entry.isSettled() && !entry.standing().equals(known));
  }

  private void catchUp(OutboxEntry entry) {
    if (entry.isSettled()) {
      ahead.remove(entry.key());
    }
  }

  private OutboxEntry withAhead(OutboxEntry entry) {
    var known = ahead.get(entry.key());
    return known == null ? entry : entry.standing(known);
  }

  private void tellAhead(String key) {
    var standing = ahead.getOrDefault(key, new Standing.Kept());
    var now =
        open.stream()
            .map(entry -> entry.key().equals(key) ? entry.standing(standing) : entry)
            .toList();
    open = now.stream().filter(OutboxEntry::isOpen).toList();
    now.stream()
        .filter(entry -> entry.key().equals(key))
        .forEach(entry -> audience.accept(new News.OutboxChanged(entry)));
  }

  private void decide(String key, Standing standing) {
    if (OutboxEntry.isSettled(standing)) {
      var fate = fates.remove(key);
      if (fate != null) {
        fate.complete(standing);
      }
    }
  }

  /// Somebody has removed the file, or this program has not looked for very long.
  private void giveUpMissing() {
    var there = open.stream().map(OutboxEntry::key).collect(Collectors.toSet());
    for (var key : List.copyOf(fates.keySet())) {
      var fate = fates.get(key);
      if (fate != null && !there.contains(key) && !ahead.containsKey(key)) {
        fates.remove(key);
        fate.completeExceptionally(
            new ProfileException("the message is not in the outbox any more"));
      }
    }
  }
}
