package kabar.api.store;

import java.util.List;

/// A part of a longer list.
///
/// @param items in the order of the list
/// @param more whether the list goes on beyond this page, in the direction that was asked for
public record Page<T>(List<T> items, boolean more) {

  public Page {
    items = List.copyOf(items);
  }
}
