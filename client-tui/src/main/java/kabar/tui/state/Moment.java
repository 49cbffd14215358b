package kabar.tui.state;

import java.time.Instant;
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
public record Moment(
    Instant now,
    boolean hasFocus,
    Map<String, Instant> typing,
    String remark,
    List<Remark> remarks,
    Instant interruptedAt) {
  public Moment {
    typing = Map.copyOf(typing);
    remarks = List.copyOf(remarks);
  }

  public static Moment begin(Instant now) {
    return new Moment(now, true, Map.of(), "", List.of(), Instant.MIN);
  }

  public Moment now(Instant changed) {
    return new Moment(changed, hasFocus, typing, remark, remarks, interruptedAt);
  }
}
