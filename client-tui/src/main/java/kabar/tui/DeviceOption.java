package kabar.tui;

import static picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The option of every command that opens a session.
final class DeviceOption {
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final int LONGEST = 64;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description =
          "What you call this device in the list of sessions. Default: the machine's name.")
  private @Nullable String device;

  String name() {
    return device == null ? hostName() : device;
  }

  /// Only you will see it, and only where the system tells it at once.
  private static String hostName() {
    try {
      var name = Files.readString(HOST_NAME).strip();
      return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    } catch (IOException _) {
      return "";
    }
  }
}
