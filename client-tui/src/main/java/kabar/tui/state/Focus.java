package kabar.tui.state;

/// Which panel the keys for moving go to. Typing goes to the input line, whatever has the focus.
public enum Focus {
  CONVERSATION,
  INBOX,
  ONLINE
}
