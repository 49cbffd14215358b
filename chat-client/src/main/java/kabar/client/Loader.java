package kabar.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kabar.protocol.Command;
import kabar.protocol.Reply;

/// Reads from the server what is not told: the list of conversations and their older messages. One
/// request at a time; what a lost connection interrupts is taken up by the next. On the loop's
/// thread.
final class Loader {
  private static final int PAGE = 200;

  /// A conversation is read back to so many messages, unasked.
  private static final int ENOUGH = 50;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Mirror mirror;
  private final Loop loop;
  private final Asking server;
  private final Runnable loaded;
  private final List<String> unreadable = new ArrayList<>();
  private Loop.Timer timer = Loop.Timer.NONE;
  private boolean isComplete;
  private boolean isOnline;
  private boolean isAsking;

  /// @param loaded is run when something was read
  Loader(Mirror mirror, Loop loop, Asking server, Runnable loaded) {
    this.mirror = mirror;
    this.loop = loop;
    this.server = server;
    this.loaded = loaded;
  }

  /// The client is online.
  ///
  /// @param isAnew whether what is known is of no use
  void begin(boolean isAnew) {
    isOnline = true;
    unreadable.clear();
    if (isAnew) {
      isComplete = false;
      mirror.clear();
      list("");
    } else {
      isComplete = true;
      go();
    }
  }

  /// The connection is gone.
  void end() {
    isOnline = false;
    isAsking = false;
    timer.cancel();
  }

  /// Whether all is known that came before what was told.
  boolean isComplete() {
    return isComplete;
  }

  /// Something was told, after which there may be something to read.
  void go() {
    if (!isOnline || isAsking || !isComplete) {
      return;
    }
    if (mirror.isUncertain()) {
      isAsking = true;
      later(this::refresh);
      return;
    }
    mirror.shorterThan(ENOUGH, unreadable).ifPresent(this::fill);
  }

  /// Reads older messages of a conversation.
  ///
  /// @return whether there may be still older ones
  CompletableFuture<Boolean> older(String with) {
    var oldest = mirror.oldestId(with);
    if (oldest.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    return server
        .ask(new Command.History(with, new Command.Range.Before(oldest.get()), PAGE))
        .thenApply(
            reply -> {
              take(with, oldest.get(), reply);
              return mirror.oldestId(with).isPresent();
            });
  }

  private void list(String after) {
    isAsking = true;
    Futures.onSuccess(
        server.ask(new Command.ListConversations(PAGE, after)), reply -> listed(after, reply));
  }

  private void listed(String after, Reply reply) {
    if (!(reply instanceof Reply.Conversations(var talks, var more))) {
      later(() -> list(after));
      return;
    }
    mirror.listed(talks);
    if (more && !talks.isEmpty()) {
      list(talks.getLast().last().id());
      return;
    }
    isComplete = true;
    isAsking = false;
    loaded.run();
    go();
  }

  /// Not at once: the next message will be as uncertain, and one list serves all.
  private void refresh() {
    Futures.onSuccess(
        server.ask(new Command.ListConversations(PAGE, "")),
        reply -> {
          isAsking = false;
          if (reply instanceof Reply.Conversations(var talks, _)) {
            mirror.listedNewest(talks);
            loaded.run();
          }
          go();
        });
  }

  private void fill(String with) {
    var oldest = mirror.oldestId(with);
    if (oldest.isEmpty()) {
      return;
    }
    isAsking = true;
    Futures.onSuccess(
        server.ask(new Command.History(with, new Command.Range.Before(oldest.get()), ENOUGH)),
        reply -> {
          isAsking = false;
          take(with, oldest.get(), reply);
          go();
        });
  }

  private void take(String with, String before, Reply reply) {
    if (reply instanceof Reply.History history) {
      mirror.prepended(with, before, history);
      loaded.run();
    } else {
      unreadable.add(with);
    }
  }

  private void later(Runnable action) {
    timer.cancel();
    timer = loop.after(PAUSE, action);
  }
}
