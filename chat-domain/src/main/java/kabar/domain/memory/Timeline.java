package kabar.domain.memory;

import java.util.Optional;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Slice;

/// Messages by growing id. One thread at a time adds at the end and removes at the beginning; any
/// thread reads, without a lock.
///
/// A page costs as much as it holds, however long the timeline is.
final class Timeline {
  private static final int FIRST_CAPACITY = 4;

  private volatile Stretch stretch = new Stretch(new Message[FIRST_CAPACITY], 0, 0);

  /// The messages between a start, which stays, and an end, which grows.
  private static final class Stretch {
    final Message[] array;
    final int start;
    volatile int end;

    Stretch(Message[] array, int start, int end) {
      this.array = array;
      this.start = start;
      this.end = end;
    }

    /// The same messages at the beginning of an array that has room for more.
    Stretch moved() {
      int size = end - start;
      var roomy = new Message[Math.max(FIRST_CAPACITY, size + (size >> 1))];
      System.arraycopy(array, start, roomy, 0, size);
      return new Stretch(roomy, 0, size);
    }

    Excerpt excerpt() {
      return new Excerpt(array, start, end);
    }
  }

  /// Adds a message with an id above all others here.
  void add(Message message) {
    var current = stretch;
    if (current.end == current.array.length) {
      current = current.moved();
      stretch = current;
    }
    int end = current.end;
    current.array[end] = message;
    current.end = end + 1;
  }

  /// Removes all messages up to an id. As readers may be at them, they are only left behind; what
  /// holds them is let go when it is mostly such.
  void removeUpTo(long id) {
    var current = stretch;
    int start = current.excerpt().indexAfter(id);
    if (start > current.start) {
      var rest = new Stretch(current.array, start, current.end);
      stretch = start > current.end - start ? rest.moved() : rest;
    }
  }

  int size() {
    return stretch.excerpt().size();
  }

  Optional<Message> last() {
    return stretch.excerpt().last();
  }

  Page<Message> page(Slice slice) {
    var all = stretch.excerpt();
    return switch (slice) {
      case Slice.Newest(int limit) -> all.newest(limit);
      case Slice.Before(long id, int limit) -> all.before(id).newest(limit);
      case Slice.After(long id, int limit) -> all.after(id).oldest(limit);
    };
  }

  /// The oldest of those after one id and not after another.
  Page<Message> between(long after, long upTo, int limit) {
    return stretch.excerpt().upTo(upTo).after(after).oldest(limit);
  }

  /// How many there are from somebody after an id. Costs as much as there are after it.
  long count(String from, long after) {
    return stretch.excerpt().after(after).count(from);
  }
}
