package kabar.store.sqlite;

import java.util.List;
import kabar.api.store.Page;

/// Makes pages of what was read, which is one item more than wanted where there is more.
final class Pages {

  private Pages() {}

  /// How many to ask for.
  static long oneMore(int limit) {
    return limit + 1L;
  }

  /// A page of items that are in the order of the page.
  static <T> Page<T> forward(List<T> items, int limit) {
    boolean more = items.size() > limit;
    return new Page<>(more ? items.subList(0, limit) : items, more);
  }

  /// A page of items that are in the opposite order.
  static <T> Page<T> backward(List<T> items, int limit) {
    boolean more = items.size() > limit;
    return new Page<>((more ? items.subList(0, limit) : items).reversed(), more);
  }
}
