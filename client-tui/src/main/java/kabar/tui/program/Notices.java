package kabar.tui.program;

/// How somebody who looks elsewhere is told of a message.
///
/// @param isRinging whether by the terminal's bell
/// @param isShowing whether by a notification outside the terminal
public record Notices(boolean isRinging, boolean isShowing) {}
