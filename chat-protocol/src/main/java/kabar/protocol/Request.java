package kabar.protocol;

/// One command as it came over a connection.
///
/// @param id what the peer will know the answer by, as its dialect writes it; empty if no answer is
///     wanted, or in a dialect that knows answers by their place
public record Request(Command command, String id) {}
