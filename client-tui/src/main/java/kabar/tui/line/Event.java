package kabar.tui.line;

/// Something that happened, of what the client waits for.
sealed interface Event {

  /// Somebody typed a line.
  ///
  /// @param text without its line end
  record Typed(String text) implements Event {}

  /// Somebody typed a line that cannot be sent.
  ///
  /// @param reason as a server would say it
  record Unusable(String reason) implements Event {}

  /// Nobody will type anything more.
  record InputEnded() implements Event {}

  /// Somebody pressed Ctrl-C, or the program is told to end in another way.
  record Interrupted() implements Event {}

  /// The server has answered.
  final class Answered implements Event {
    private final byte[] bytes;

    Answered(byte[] bytes) {
      this.bytes = bytes;
    }

    /// The whole answer, its end included.
    byte[] bytes() {
      return bytes;
    }
  }

  /// Nothing more will come of the server.
  ///
  /// @param how to go on behind the server's URL: `has ended the connection`
  record Lost(String how) implements Event {}
}
