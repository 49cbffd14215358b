package kabar.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a program does while Java takes notes for its cache: as much as possible of what it does
/// between its launch and its first service to a user.
interface Exercise {

  /// The exercise of this program. One without an exercise of its own prints its help.
  ///
  /// @throws IOException if something that it needs cannot be had
  static Exercise of(String program) throws IOException {
    return switch (program) {
      case "kabard" -> new ServerExercise();
      case "kabar" -> LineExercise.listening();
      default -> new HelpExercise();
    };
  }

  /// The command line.
  ///
  /// @param data an empty folder, deleted afterwards
  List<String> options(Path data);

  /// Leads the program to its end, without waiting for it.
  ///
  /// @param output the file in which both its streams are
  /// @throws IOException if it does not do what it should
  void run(Process process, Path output) throws IOException, InterruptedException;

  /// Prints the help.
  record HelpExercise() implements Exercise {

    @Override
    public List<String> options(Path data) {
      return List.of("--help");
    }

    @Override
    public void run(Process process, Path output) {
      // It ends by itself.
    }
  }
}
