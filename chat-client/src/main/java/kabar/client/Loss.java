package kabar.client;

/// Why a client is offline.
public enum Loss {
  /// No connection could be opened.
  UNREACHABLE,
  /// The connection ended.
  LOST,
  /// The server did not answer in time.
  SILENT,
  /// The server said that it stops.
  STOPPING,
  /// The server cannot let anybody in now, or wants to be asked less often.
  BUSY,
  /// What came does not make sense.
  GARBLED
}
