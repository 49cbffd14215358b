package kabar.api.store;

/// How an append ended.
public sealed interface Append {

  /// The message is stored and will not be lost.
  record Stored(Message message) implements Append {}

  /// The sender had stored the same message under this key before; nothing was stored now.
  ///
  /// @param message the one stored then
  record Repeated(Message message) implements Append {}

  /// The sender had used this key for another receiver or another text; nothing was stored.
  record Conflict() implements Append {}
}
