package example.transport.unix;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import kabar.api.Settings;
import kabar.api.transport.TransportLimits;

/// All that can be set.
///
/// @param limits what every transport understands
/// @param permissions who may connect: those who may write to the file (`permissions`)
record UnixSettings(TransportLimits limits, Set<PosixFilePermission> permissions) {
  private static final String PERMISSIONS = "permissions";

  /// Reads every key once and then refuses all others, so that a misspelt one stops the start.
  static UnixSettings from(Settings settings) {
    var limits = TransportLimits.from(settings);
    var permissions = permissions(settings);
    settings.rejectUnknown();
    return new UnixSettings(limits, permissions);
  }

  private static Set<PosixFilePermission> permissions(Settings settings) {
    var text = settings.text(PERMISSIONS, "rw-------");
    try {
      return PosixFilePermissions.fromString(text);
    } catch (IllegalArgumentException e) {
      throw settings.unusable(PERMISSIONS, text, "nine characters such as rw-rw----");
    }
  }
}
