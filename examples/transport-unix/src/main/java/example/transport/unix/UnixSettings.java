package example.transport.unix;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.transport.TransportLimits;

/// All that can be set.
///
/// @param limits what every transport understands
/// @param permissions who may connect: those who may write to the file (`permissions`)
record UnixSettings(TransportLimits limits, Set<PosixFilePermission> permissions) {
  private static final Option<Set<PosixFilePermission>> PERMISSIONS =
      Option.of(
          "permissions",
          Form.text(
              "nine characters such as rw-rw----",
              PosixFilePermissions::fromString,
              PosixFilePermissions::toString),
          PosixFilePermissions.fromString("rw-------"),
          "Who may connect: those who may write to the file of the socket");

  /// Each option once, those of every transport included.
  static List<Option<?>> options() {
    var options = new ArrayList<Option<?>>(List.of(PERMISSIONS));
    options.addAll(TransportLimits.OPTIONS);
    return List.copyOf(options);
  }

  /// Reads every option once and then refuses all other keys, so that a misspelt one stops the
  /// start.
  static UnixSettings from(Settings settings) {
    var read = new UnixSettings(TransportLimits.from(settings), settings.get(PERMISSIONS));
    settings.rejectUnknown();
    return read;
  }
}
