package kabar.server.control;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// A sentence about a file that could not be used: Java's exceptions often say its name alone.
public final class FileProblem {

  private FileProblem() {}

  /// What went wrong, and what would have been right.
  public static String sentence(IOException problem) {
    return switch (problem) {
      case FileAlreadyExistsException e ->
          "'%s' is there already (expected the name of a new file)".formatted(e.getFile());
      case NoSuchFileException e ->
          "'%s' is not there (expected a file or folder that is)".formatted(e.getFile());
      case AccessDeniedException e ->
          "'%s' may not be used by you (expected a file or folder of your own)"
              .formatted(e.getFile());
      case DirectoryNotEmptyException e ->
          "'%s' is not empty (expected an empty folder, or none)".formatted(e.getFile());
      case FileSystemException e ->
          "'%s' cannot be used: %s"
              .formatted(e.getFile(), Optional.ofNullable(e.getReason()).orElse("it failed"));
      default -> String.valueOf(problem.getMessage());
    };
  }
}
