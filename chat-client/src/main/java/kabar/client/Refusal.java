package kabar.client;

/// Why a client has stopped trying.
public enum Refusal {
  /// The profile folder keeps no session of this server.
  NOT_LOGGED_IN,
  /// The session has ended: by a logout elsewhere, a change of the password, its age.
  SESSION_ENDED,
  /// The server does not let this user in: a wrong password, a name that is taken, no invite.
  NOT_ADMITTED,
  /// Whoever answers there does not speak the protocol.
  OTHER_PROTOCOL,
  /// The server speaks the protocol, but lacks something that this client relies on.
  UNSUPPORTED_SERVER,
  /// No transport serves the URL.
  UNUSABLE_URL,
  /// The profile folder cannot be used.
  UNUSABLE_PROFILE
}
