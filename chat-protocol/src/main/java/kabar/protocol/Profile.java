package kabar.protocol;

/// What others may know of a user.
///
/// @param user the name that commands use
/// @param displayName the name shown to people
/// @param country where they are from, empty if not told
public record Profile(String user, String displayName, String country) {}
