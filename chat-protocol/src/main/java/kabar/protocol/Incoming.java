package kabar.protocol;

/// What a client finds in one payload of a server of the JSON-RPC dialect. The server may be of
/// another version, or no server of ours at all.
public sealed interface Incoming {

  /// The answer to a request.
  ///
  /// @param reply {@link Reply.Refused} and {@link Reply.Failed} included. The detail of a refusal
  ///     is what the server says, and empty where that is no more than the reason
  record Answered(long id, Reply reply) implements Incoming {}

  /// Something that the server tells without being asked.
  record Told(Event event) implements Incoming {}

  /// Something that does not concern this client: a notification that a newer server knows, or an
  /// answer that nobody awaits.
  ///
  /// @param what for people, printable whatever was sent
  record Ignored(String what) implements Incoming {}

  /// Something that no server of this dialect sends.
  ///
  /// @param what for people, printable whatever was sent
  record Garbage(String what) implements Incoming {}
}
