package kabar.client;

/// How a server was reached.
///
/// @param transport the name of the transport that carries the connection
/// @param unanswered the name of the one that the URL asks for and that got no answer; empty if it
///     is the one that carries
public record Way(String transport, String unanswered) {

  /// The way that the URL asks for.
  public static Way straight(String transport) {
    return new Way(transport, "");
  }

  /// Whether it is another way than the URL asks for.
  public boolean isDetour() {
    return !unanswered.isEmpty();
  }
}
