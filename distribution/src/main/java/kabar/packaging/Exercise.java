package kabar.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a program does while Java takes notes for its cache: as much as possible of what it does
/// between its launch and its first service to a user.
interface Exercise extends AutoCloseable {

  /// The exercise of this program. One without an exercise of its own prints its help.
  static Exercise of(String program) {
    return switch (program) {
      case "kabard" -> new ServerExercise();
      case "kabar" -> new ChatExercise();
      default -> new HelpExercise();
    };
  }

  /// Does what has to be done before, with the programs of the image as they are.
  ///
  /// @param data an empty folder, deleted afterwards
  /// @throws IOException if something that it needs cannot be had
  default void prepare(Path image, Path data) throws IOException, InterruptedException {}

  /// What the program finds in its environment, besides the options of Java.
  ///
  /// @param data the same folder
  default Map<String, String> environment(Path data) {
    return Map.of();
  }

  /// What stands behind the program on its command line.
  ///
  /// @param data the same folder
  List<String> options(Path data);

  /// The whole command line.
  ///
  /// @param program the launcher
  /// @param data the same folder
  default List<String> command(Path program, Path data) {
    return Stream.concat(Stream.of(program.toString()), options(data).stream()).toList();
  }

  /// Leads the program to its end, without waiting for it.
  ///
  /// @param output the file in which both its streams are
  /// @throws IOException if it does not do what it should
  void run(Process process, Path output) throws IOException, InterruptedException;

  /// Ends what it has begun.
  @Override
  default void close() {}

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
