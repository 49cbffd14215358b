package kabar.protocol;

/// One command as it came over a connection.
///
/// @param id what the peer will know the answer by; empty in a dialect that knows it by its place
public record Request(Command command, String id) {}
