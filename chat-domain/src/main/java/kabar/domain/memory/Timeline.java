package kabar.domain.memory;

import java.util.Arrays;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Slice;

/// Messages by growing id. One thread at a time adds; any thread reads, without a lock.
///
/// A page costs as much as it holds, however long the timeline is.
final class Timeline {
  private static final int FIRST_CAPACITY = 4;

  // Read the size first: the array that is there then holds at least so many.
  private volatile int size;
  private volatile Message[] messages = new Message[FIRST_CAPACITY];

  /// Adds a message with an id above all others here.
  void add(Message message) {
    int count = size;
    var array = messages;
    if (count == array.length) {
      array = Arrays.copyOf(array, count + (count >> 1));
      messages = array;
    }
    array[count] = message;
    size = count + 1;
  }

  Page<Message> page(Slice slice) {
    int count = size;
    var array = messages;
    return switch (slice) {
      case Slice.Newest(int limit) -> newest(array, 0, count, limit);
      case Slice.Before(long id, int limit) -> newest(array, 0, indexFrom(array, count, id), limit);
      case Slice.After(long id, int limit) ->
          oldest(array, indexAfter(array, count, id), count, limit);
    };
  }

  /// The oldest of those after one id and not after another.
  Page<Message> between(long after, long upTo, int limit) {
    int count = size;
    var array = messages;
    int end = indexAfter(array, count, upTo);
    return oldest(array, indexAfter(array, end, after), end, limit);
  }

  private static Page<Message> newest(Message[] array, int start, int end, int limit) {
    int from = Math.max(start, end - limit);
    return new Page<>(Arrays.asList(array).subList(from, end), from > start);
  }

  private static Page<Message> oldest(Message[] array, int start, int end, int limit) {
    int to = limit < end - start ? start + limit : end;
    return new Page<>(Arrays.asList(array).subList(start, to), to < end);
  }

  /// The index of the first message with that id or a greater one.
  private static int indexFrom(Message[] array, int end, long id) {
    int index = search(array, end, id);
    return index < 0 ? -1 - index : index;
  }

  /// The index of the first message with a greater id.
  private static int indexAfter(Message[] array, int end, long id) {
    int index = search(array, end, id);
    return index < 0 ? -1 - index : index + 1;
  }

  /// The index of an id, or where it would be, below zero, as {@link Arrays#binarySearch} has it.
  private static int search(Message[] array, int end, long id) {
    int low = 0;
    int high = end - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = array[middle].id();
      if (found < id) {
        low = middle + 1;
      } else if (found > id) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1 - low;
  }
}
