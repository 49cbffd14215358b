package kabar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kabar.api.Settings;
import kabar.api.store.Cursor;
import kabar.api.store.NewMessage;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.api.store.StoreProvider;

/// A store with many messages of 100 bytes, spread over a hundred conversations.
final class FilledStore implements AutoCloseable {
  static final int CONVERSATIONS = 100;

  private static final int PAGE = 50;
  private static final int ON_THEIR_WAY = 10_000;
  private static final String TEXT = "All of it fits. ".repeat(7).substring(0, 100);

  private final Store store;
  private final Path folder;
  private final int size;
  private final Random random = new Random(1);

  private FilledStore(Store store, Path folder, int size) {
    this.store = store;
    this.folder = folder;
    this.size = size;
  }

  /// What is read.
  enum Read {
    HISTORY("newest 50 of a conversation"),
    INBOX("newest 50 of an inbox"),
    UNREAD("conversations of a user, with unread counts"),
    REPLAY("50 changes from a cursor in the middle"),
    MIDDLE("50 before a message in the middle of a conversation");

    private final String title;

    Read(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /// Makes a store in an empty folder. Half of each conversation is marked as read.
  static FilledStore of(StoreProvider provider, Path folder, int size) {
    var settings = Settings.of("store", Map.of("batch", "10000"));
    var store = provider.open(folder, settings);
    var filled = new FilledStore(store, folder, size);
    filled.fill();
    return filled;
  }

  /// Reads so often, one after the other, each in a conversation or of a user drawn by lot. Answers
  /// how long one took, until its answer was here.
  double microsEach(Read read, int times) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      await(begin(read, random.nextInt(CONVERSATIONS)));
    }
    return (System.nanoTime() - begin) / 1e3 / times;
  }

  String describe() {
    try {
      long bytes = Files.size(folder.resolve("kabar.db"));
      return "%,d messages of %d bytes: %,d MB, %d bytes each."
          .formatted(size, TEXT.length(), bytes / 1_000_000, bytes / size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    store.close();
  }

  private CompletionStage<?> begin(Read read, int conversation) {
    var user = receiver(conversation);
    return switch (read) {
      case HISTORY -> store.conversation(user, sender(conversation), new Slice.Newest(PAGE));
      case INBOX -> store.inbox(user, new Slice.Newest(PAGE));
      case UNREAD -> store.conversations(user, Long.MAX_VALUE, PAGE);
      case REPLAY -> store.replay(user, new Cursor(store.cursor().incarnation(), size / 2), PAGE);
      case MIDDLE ->
          store.conversation(user, sender(conversation), new Slice.Before(size / 2, PAGE));
    };
  }

  private void fill() {
    var room = new Semaphore(ON_THEIR_WAY);
    for (int i = 0; i < size; i++) {
      room.acquireUninterruptibly();
      store.append(message(i % CONVERSATIONS)).whenComplete((_, _) -> room.release());
      if (i == size / 2) {
        room.acquireUninterruptibly(ON_THEIR_WAY);
        room.release(ON_THEIR_WAY);
        markAll();
      }
    }
    room.acquireUninterruptibly(ON_THEIR_WAY);
  }

  private void markAll() {
    for (int i = 0; i < CONVERSATIONS; i++) {
      await(store.mark(receiver(i), sender(i), Long.MAX_VALUE));
    }
  }

  private static NewMessage message(int conversation) {
    return new NewMessage(sender(conversation), receiver(conversation), TEXT, "", Instant.now());
  }

  /// Ten of them, each with ten conversations.
  private static String sender(int conversation) {
    return "sender" + conversation / 10;
  }

  private static String receiver(int conversation) {
    return "receiver" + conversation % 10;
  }

  private static void await(CompletionStage<?> stage) {
    stage.toCompletableFuture().orTimeout(1, TimeUnit.MINUTES).join();
  }
}
