package kabar.api.store;

import java.time.Instant;

/// A permission for one person to make an account.
///
/// @param code the hash of its code, unique
/// @param note what the operator wrote down about it, empty for nothing
/// @param createdAt when it was made
/// @param expiresAt from when on it is of no use
public record Invite(TokenHash code, String note, Instant createdAt, Instant expiresAt) {}
