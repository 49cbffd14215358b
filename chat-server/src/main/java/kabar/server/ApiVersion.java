package kabar.server;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which `kabar.api` there is, or which one a plug-in was compiled against: the first two numbers
/// of the module's version. `javac` writes it into the plug-in's `module-info`, so that nobody has
/// to remember it.
record ApiVersion(int major, int minor) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\D.*)?");

  /// Empty if the text does not begin with two numbers.
  static Optional<ApiVersion> parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /// Whether a plug-in compiled against that version finds all it needs in this one. Before 1.0
  /// every minor version may change anything; from then on it only adds.
  boolean serves(ApiVersion compiled) {
    return major == compiled.major
        && (major == 0 ? minor == compiled.minor : minor >= compiled.minor);
  }

  /// The versions that this one serves, for messages.
  String served() {
    return major == 0 || minor == 0 ? this + ".x" : "%d.0 to %s".formatted(major, this);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
