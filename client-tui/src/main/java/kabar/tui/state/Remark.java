package kabar.tui.state;

import java.time.Instant;

/// A sentence about something that happened, with cause, consequence and key.
///
/// @param isError whether something went wrong
public record Remark(Instant at, String sentence, boolean isError) {}
