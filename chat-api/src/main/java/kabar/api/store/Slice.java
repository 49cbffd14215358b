package kabar.api.store;

/// Which part of a list of messages is wanted. The items of a page are oldest first, whichever way
/// it was asked for.
public sealed interface Slice {

  /// At most so many items, one or more.
  int limit();

  /// The newest messages.
  record Newest(int limit) implements Slice {
    public Newest {
      requirePositive(limit);
    }
  }

  /// The newest of those older than a message.
  record Before(long id, int limit) implements Slice {
    public Before {
      requirePositive(limit);
    }
  }

  /// The oldest of those newer than a message.
  record After(long id, int limit) implements Slice {
    public After {
      requirePositive(limit);
    }
  }

  private static void requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: expected 1 or more, found " + limit);
    }
  }
}
