package kabar.domain.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kabar.api.store.Message;
import kabar.api.store.Page;

/// Some messages of a timeline as they were at one moment, by growing id.
final class Excerpt {
  private final Message[] array;
  private final int start;
  private final int end;

  /// @param array from `start` to `end` it does not change any more
  Excerpt(Message[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
  }

  int size() {
    return end - start;
  }

  Optional<Message> last() {
    return size() == 0 ? Optional.empty() : Optional.of(array[end - 1]);
  }

  Excerpt before(long id) {
    return new Excerpt(array, start, indexFrom(id));
  }

  Excerpt after(long id) {
    return new Excerpt(array, indexAfter(id), end);
  }

  Excerpt upTo(long id) {
    return new Excerpt(array, start, indexAfter(id));
  }

  Page<Message> newest(int limit) {
    int from = Math.max(start, end - limit);
    return new Page<>(list(from, end), from > start);
  }

  Page<Message> oldest(int limit) {
    int to = limit < size() ? start + limit : end;
    return new Page<>(list(start, to), to < end);
  }

  long count(String from) {
    return list(start, end).stream().filter(message -> message.from().equals(from)).count();
  }

  /// The index of the first message with a greater id, the end if there is none.
  int indexAfter(long id) {
    int index = search(id);
    return index < 0 ? -1 - index : index + 1;
  }

  /// The index of the first message with that id or a greater one, the end if there is none.
  private int indexFrom(long id) {
    int index = search(id);
    return index < 0 ? -1 - index : index;
  }

  /// The index of an id, or where it would be, below zero, as {@link Arrays#binarySearch} has it.
  private int search(long id) {
    int low = start;
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

  private List<Message> list(int from, int to) {
    return Arrays.asList(array).subList(from, to);
  }
}
