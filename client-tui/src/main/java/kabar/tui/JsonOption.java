package kabar.tui;

import static picocli.CommandLine.Option;

/// The option of every command that prints something for scripts, too.
final class JsonOption {
  @Option(
      names = "--json",
      description = "Print JSON, an object a line, the same in every language.")
  private boolean isJson;

  boolean isJson() {
    return isJson;
  }
}
