package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kabar.api.Settings;
import kabar.api.store.Append;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Store;
import kabar.api.store.StoreProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// What every store promises. Each promise of {@link StoreProvider} and {@link Store} is the name
/// of one test; random tests tell their seed when they fail and take it from `-Dkabar.seed`.
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
  private Path folder;
  private Store store;

  /// The provider of the store under test.
  protected abstract StoreProvider provider();

  /// Settings that every store of the test is opened with; none unless overridden.
  protected Settings settings() {
    return Settings.none();
  }

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    store = openEmpty();
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
    var another = provider().open(emptyFolder(), settings());
    opened.add(another);
    return another;
  }

  final Path emptyFolder() {
    try {
      return Files.createTempDirectory(folder, "store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  @DisplayName("Accounts and sessions")
  class People extends PeoplePromises {
    People() {
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
}
