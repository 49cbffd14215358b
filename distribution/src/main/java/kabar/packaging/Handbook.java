package kabar.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Writes the manual page and the completions of each program out of the description of its command
/// line, so that they say what `--help` says.
final class Handbook {
  private Handbook() {}

  /// Writes them all.
  ///
  /// @param args the folder of the image, the list of programs, the version
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    var share = Path.of(args[0]).resolve("share");
    for (var program : Program.parseAll(args[1])) {
      var name = program.name();
      var command = new CommandLine(Class.forName(program.mainClass()));
      var spec = command.getCommandSpec();
      for (var page : Words.withSubcommands(spec).toList()) {
        write(share, "man/man1/" + Words.page(page) + ".1", new Manual(page, args[2]).text());
      }
      write(share, "bash-completion/completions/" + name, AutoComplete.bash(name, command));
      write(share, "zsh/site-functions/_" + name, ZshCompletion.of(spec));
      write(share, "fish/vendor_completions.d/" + name + ".fish", FishCompletion.of(spec));
    }
  }

  private static void write(Path share, String name, String text) throws IOException {
    var file = share.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
