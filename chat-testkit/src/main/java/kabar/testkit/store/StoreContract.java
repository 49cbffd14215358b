package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kabar.api.Settings;
import kabar.api.store.Append;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Progress;
import kabar.api.store.Store;
import kabar.api.store.StoreProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// What every store promises. Each promise of {@link StoreProvider}, {@link Store},
/// {@link kabar.api.store.StoreMaintenance} and {@link kabar.api.store.StoreBackups} is the name of
/// one test; random tests tell their seed when they fail and take it from `-Dkabar.seed`.
///
/// Promises of durable stores, of maintenance and of backups are tested where the provider or the
/// store says that it has these; elsewhere their tests are skipped, saying so.
///
/// A subclass says which store:
///
/// ```java
/// final class MemoryStoreTest extends StoreContract {
///   @Override
///   protected StoreProvider provider() {
///     return new MemoryStoreProvider();
///   }
/// }
/// ```
public abstract class StoreContract {
  private final List<Store> opened = new ArrayList<>();
  private Path temporary;
  private Path folder;
  private Store store;

  /// The provider of the store under test.
  protected abstract StoreProvider provider();

  /// Settings that every store of the test is opened with; none unless overridden.
  protected Settings settings() {
    return Settings.none();
  }

  @BeforeEach
  void begin(@TempDir Path temporary) {
    this.temporary = temporary;
    folder = emptyFolder();
    store = open(folder);
  }

  @AfterEach
  void closeAll() {
    opened.reversed().forEach(Store::close);
  }

  /// The store of this test, empty at its beginning.
  final Store store() {
    return store;
  }

  /// One more store, in a folder of its own.
  final Store openEmpty() {
    return open(emptyFolder());
  }

  /// Closes the store of this test and opens it again.
  final Store reopen() {
    store.close();
    store = open(folder);
    return store;
  }

  /// One more store, of what is in the folder of this test's store while that is open: what a
  /// process that is killed leaves behind.
  final Store openCopy() {
    return open(Folders.copyOf(folder, emptyFolder()));
  }

  final Store open(Path existing) {
    var another = provider().open(existing, settings());
    opened.add(another);
    return another;
  }

  /// A backup of the store of this test, alone in a folder.
  final Path backUp() {
    return backUp(emptyFolder());
  }

  /// A backup of the store of this test, in a folder.
  final Path backUp(Path target) {
    var file = target.resolve("backup");
    try {
      store.maintenance().orElseThrow().backup(file, Progress.IGNORED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /// One more store, made out of a backup.
  final Store restore(Path backup) {
    var restored = emptyFolder();
    try {
      provider().backups().orElseThrow().restore(backup, restored, Progress.IGNORED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(restored);
  }

  final Path emptyFolder() {
    return Folders.create(temporary);
  }

  /// Stores a message that is new.
  final Message stored(NewMessage message) {
    return storedBy(Outcome.of(store.append(message)));
  }

  /// Stores messages that are new, without waiting in between. Answers in the order of ids.
  final List<Message> stored(List<NewMessage> messages) {
    var appends = messages.stream().map(store::append).toList();
    return appends.stream()
        .map(append -> storedBy(Outcome.of(append)))
        .sorted(Comparator.comparingLong(Message::id))
        .toList();
  }

  static Message storedBy(Append append) {
    assertThat(append).isInstanceOf(Append.Stored.class);
    return ((Append.Stored) append).message();
  }

  @Nested
  @DisplayName("Opening and closing")
  class Life extends LifePromises {
    Life() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Accounts")
  class Accounts extends AccountPromises {
    Accounts() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Changing accounts")
  class AccountChanges extends AccountChangePromises {
    AccountChanges() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Invites")
  class Invites extends InvitePromises {
    Invites() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Sessions")
  class Sessions extends SessionPromises {
    Sessions() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Appending")
  class Appending extends AppendPromises {
    Appending() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Order")
  class Order extends OrderPromises {
    Order() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Following")
  class Following extends FollowPromises {
    Following() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Reading")
  class Reading extends ReadPromises {
    Reading() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Replay")
  class Replaying extends ReplayPromises {
    Replaying() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Conversations")
  class Conversations extends ConversationPromises {
    Conversations() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Markers")
  class Markers extends MarkerPromises {
    Markers() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Purging")
  class Purging extends PurgePromises {
    Purging() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Durability")
  class Durability extends DurabilityPromises {
    Durability() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Maintenance")
  class Maintenance extends MaintenancePromises {
    Maintenance() {
      super(StoreContract.this);
    }
  }

  @Nested
  @DisplayName("Backups")
  class Backups extends BackupPromises {
    Backups() {
      super(StoreContract.this);
    }
  }
}
