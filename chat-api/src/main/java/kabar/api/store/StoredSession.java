package kabar.api.store;

import java.time.Instant;

/// A login that has not ended. It outlives its connections.
///
/// @param token the hash of its token, unique
/// @param user whose login it is
/// @param createdAt when the login was
public record StoredSession(TokenHash token, String user, Instant createdAt) {}
