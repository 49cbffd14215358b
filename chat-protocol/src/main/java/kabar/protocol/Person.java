package kabar.protocol;

import java.time.Instant;

/// A user, and whether they are there.
///
/// @param text what they say about it, empty for nothing
/// @param since when that began; for those who were not there since the server started, its start
public record Person(Profile profile, Availability presence, String text, Instant since) {}
