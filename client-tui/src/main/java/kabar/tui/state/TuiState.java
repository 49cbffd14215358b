package kabar.tui.state;

import java.time.Instant;
import kabar.tui.paint.Size;

/// All that the full-screen client shows and knows. Immutable.
///
/// @param size the terminal's
/// @param focus which panel the keys for moving go to
/// @param chosen the conversation or user that is chosen in the panel with the focus, by name,
///     empty for none
public record TuiState(
    Size size,
    Settings settings,
    Standing standing,
    Lists lists,
    Conversation conversation,
    Composer composer,
    Overlay overlay,
    Focus focus,
    String chosen,
    Moment moment) {

  /// Nothing is known yet, and nothing is open.
  public static TuiState begin(Size size, Settings settings, Standing standing, Instant now) {
    return new TuiState(
        size,
        settings,
        standing,
        Lists.EMPTY,
        Conversation.NONE,
        Composer.EMPTY,
        new Overlay.None(),
        Focus.CONVERSATION,
        "",
        Moment.begin(now));
  }

  /// Whether another state looks like this one, up to what the screen shows by the second. What may
  /// be long is told apart by identity, so that something equal that was made anew counts as
  /// another.
  @SuppressWarnings("ReferenceEquality") // See above: thousands of messages otherwise.
  public boolean looksLike(TuiState other) {
    return lists == other.lists
        && conversation == other.conversation
        && composer == other.composer
        && moment.looksLike(other.moment)
        && size.equals(other.size)
        && settings.equals(other.settings)
        && standing.equals(other.standing)
        && overlay.equals(other.overlay)
        && focus == other.focus
        && chosen.equals(other.chosen);
  }

  public TuiState size(Size changed) {
    return new TuiState(
        changed, settings, standing, lists, conversation, composer, overlay, focus, chosen, moment);
  }

  public TuiState settings(Settings changed) {
    return new TuiState(
        size, changed, standing, lists, conversation, composer, overlay, focus, chosen, moment);
  }

  public TuiState standing(Standing changed) {
    return new TuiState(
        size, settings, changed, lists, conversation, composer, overlay, focus, chosen, moment);
  }

  public TuiState lists(Lists changed) {
    return new TuiState(
        size, settings, standing, changed, conversation, composer, overlay, focus, chosen, moment);
  }

  public TuiState conversation(Conversation changed) {
    return new TuiState(
        size, settings, standing, lists, changed, composer, overlay, focus, chosen, moment);
  }

  public TuiState composer(Composer changed) {
    return new TuiState(
        size, settings, standing, lists, conversation, changed, overlay, focus, chosen, moment);
  }

  public TuiState overlay(Overlay changed) {
    return new TuiState(
        size, settings, standing, lists, conversation, composer, changed, focus, chosen, moment);
  }

  /// Another panel has the focus.
  public TuiState focus(Focus changed, String chosenThere) {
    return new TuiState(
        size,
        settings,
        standing,
        lists,
        conversation,
        composer,
        overlay,
        changed,
        chosenThere,
        moment);
  }

  public TuiState moment(Moment changed) {
    return new TuiState(
        size, settings, standing, lists, conversation, composer, overlay, focus, chosen, changed);
  }

  /// The same with other things done lately.
  public TuiState lately(Lately changed) {
    return moment(moment.lately(changed));
  }

  public Lately lately() {
    return moment.lately();
  }
}
