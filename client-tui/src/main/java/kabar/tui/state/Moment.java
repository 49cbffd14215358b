package kabar.tui.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// What passes by itself.
///
/// @param now by this machine's clock, as far as it was looked at
/// @param hasFocus whether the terminal is the one that is being looked at, as far as it tells
/// @param typing who is writing to the user, and until when to say so
/// @param remark the sentence in the error line, empty for none
/// @param remarks the last ones, oldest first
/// @param interruptedAt when Ctrl-C was pressed on an empty line, {@link Instant#MIN} for not
/// @param lately what was done a short while ago
public record Moment(
    Instant now,
    boolean hasFocus,
    Map<String, Instant> typing,
    String remark,
    List<Remark> remarks,
    Instant interruptedAt,
    Lately lately) {
  public Moment {
    typing = Map.copyOf(typing);
    remarks = List.copyOf(remarks);
  }

  /// Before anything was done.
  public Moment(
      Instant now,
      boolean hasFocus,
      Map<String, Instant> typing,
      String remark,
      List<Remark> remarks,
      Instant interruptedAt) {
    this(now, hasFocus, typing, remark, remarks, interruptedAt, Lately.NOTHING);
  }

  public static Moment begin(Instant now) {
    return new Moment(now, true, Map.of(), "", List.of(), Instant.MIN);
  }

  /// Whether nothing else is to be seen in another moment of the same minute.
  @SuppressWarnings("ReferenceEquality") // As for the state as a whole.
  boolean looksLike(Moment other) {
    return minute().equals(other.minute())
        && hasFocus == other.hasFocus
        && typing == other.typing
        && remark.equals(other.remark)
        && remarks == other.remarks;
  }

  /// As exactly as the time of day is shown, and for how long somebody has been away.
  private Instant minute() {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }

  public Moment now(Instant changed) {
    return new Moment(changed, hasFocus, typing, remark, remarks, interruptedAt, lately);
  }

  public Moment hasFocus(boolean changed) {
    return new Moment(now, changed, typing, remark, remarks, interruptedAt, lately);
  }

  public Moment typing(Map<String, Instant> changed) {
    return new Moment(now, hasFocus, changed, remark, remarks, interruptedAt, lately);
  }

  /// With a sentence in the error line, empty for none.
  public Moment remark(String changed) {
    return new Moment(now, hasFocus, typing, changed, remarks, interruptedAt, lately);
  }

  public Moment remarks(List<Remark> changed) {
    return new Moment(now, hasFocus, typing, remark, changed, interruptedAt, lately);
  }

  public Moment interruptedAt(Instant changed) {
    return new Moment(now, hasFocus, typing, remark, remarks, changed, lately);
  }

  public Moment lately(Lately changed) {
    return new Moment(now, hasFocus, typing, remark, remarks, interruptedAt, changed);
  }
}
