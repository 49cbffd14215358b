package kabar.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Checks what the command line asks for.
record Usage(CommandSpec spec) {

  /// @throws ParameterException if an option's value is out of bounds, both of which may be used
  void requireBetween(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s: cannot use %d (expected %d..%d)".formatted(option, value, least, most));
    }
  }
}
