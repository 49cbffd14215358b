package kabar.tui.state;

import java.util.List;
import java.util.Optional;
import kabar.tui.editing.Buffer;
import kabar.tui.editing.Completion;
import org.jspecify.annotations.Nullable;

/// The input line and what belongs to it.
///
/// @param buffer what is being written
/// @param killed what was cut last, to be yanked
/// @param sent what was sent from here, oldest first
/// @param recalled how far back in what was sent, 0 for what is being written
/// @param kept what was being written when the first was recalled
/// @param menu of a completion, if one was begun
public record Composer(
    Buffer buffer,
    String killed,
    List<String> sent,
    int recalled,
    String kept,
    @Nullable Completion menu) {
  public static final Composer EMPTY = new Composer(Buffer.EMPTY, "", List.of(), 0, "", null);

  public Composer {
    sent = List.copyOf(sent);
  }

  /// The menu of a completion, empty if none was begun.
  public Optional<Completion> completion() {
    return Optional.ofNullable(menu);
  }

  /// With another text; a menu that was open for the old one is gone.
  public Composer buffer(Buffer changed) {
    return new Composer(changed, killed, sent, recalled, kept, null);
  }

  public Composer killed(String changed) {
    return new Composer(buffer, changed, sent, recalled, kept, menu);
  }

  /// With a menu of what could be meant.
  public Composer offering(Completion changed) {
    return new Composer(buffer, killed, sent, recalled, kept, changed);
  }

  /// Without a menu.
  public Composer offeringNothing() {
    return new Composer(buffer, killed, sent, recalled, kept, null);
  }

  /// Shows something that was sent before, or again what is being written.
  ///
  /// @param changed how far back, 0 for what is being written
  /// @param keeping what is being written
  public Composer recalling(int changed, String keeping, Buffer shown) {
    return new Composer(shown, killed, sent, changed, keeping, null);
  }

  /// Begins anew after something was sent from here.
  public Composer sent(List<String> changed) {
    return new Composer(Buffer.EMPTY, killed, changed, 0, "", null);
  }
}
