package kabar.server.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import kabar.protocol.print.JsonLine;

/// The other end: gives commands to the server that uses a data folder.
public final class ControlClient {
  private final Path folder;
  private final SocketFile file;
  private final String version;

  /// @param folder the data folder of the server
  /// @param version of this program
  public ControlClient(Path folder, String version) {
    this.folder = folder;
    this.file = new SocketFile(folder);
    this.version = version;
  }

  /// Where the input of a command comes from.
  @FunctionalInterface
  public interface Lines {
    /// For commands without input.
    Lines NONE = List::of;

    /// The next lines; none at the end.
    ///
    /// @throws IOException if they cannot be read
    List<String> next() throws IOException;
  }

  /// Gives a command and waits for its end.
  ///
  /// @param request `command` and its arguments
  /// @param output takes what the server tells
  /// @throws UnreachableException if there is no server, or one of another version
  /// @throws RefusedException if the server says so, or ends in the middle
  public void run(JsonLine request, Output output, Lines lines) {
    try (var wire = new Wire(connect())) {
      send(
          wire,
          JsonLine.empty().with("control", Wire.CONTROL).with("kabard", version).plus(request));
      for (var answer = receive(wire); !isEnd(answer); answer = receive(wire)) {
        if (answer.flag("more")) {
          send(wire, next(lines));
        } else {
          tell(answer, output);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }

  /// Whatever is wrong with the input ends the command there, where it can tell what is done.
  private static JsonLine next(Lines lines) {
    var line = JsonLine.empty();
    try {
      return line.with("lines", lines.next());
    } catch (IOException e) {
      return line.with("fault", FileProblem.sentence(e));
    }
  }

  private static void tell(JsonLine answer, Output output) {
    answer.text("row").ifPresent(row -> output.row(JsonLine.parse(row)));
    answer.text("say").ifPresent(output::say);
    if (answer.number("done").isPresent()) {
      output
          .progress()
          .at(answer.number("done").getAsLong(), answer.number("total").orElse(Long.MAX_VALUE));
    }
  }

  private static boolean isEnd(JsonLine answer) {
    var exit = answer.number("exit");
    if (exit.isEmpty()) {
      return false;
    }
    var why = answer.text("why").orElse("");
    if (exit.getAsLong() == 1) {
      throw new RefusedException(why);
    }
    if (exit.getAsLong() != 0) {
      throw new UnreachableException(why);
    }
    return true;
  }

  private static void send(Wire wire, JsonLine line) {
    try {
      wire.send(line);
      wire.flush();
    } catch (IOException e) {
      // A server that hangs up may have said why, which is read next.
    }
  }

  private static JsonLine receive(Wire wire) {
    try {
      return wire.receive().orElseThrow(ControlClient::cutOff);
    } catch (IOException e) {
      throw cutOff();
    }
  }

  private static RefusedException cutOff() {
    return new RefusedException(
        "the server ended before the command did (expected an answer; its log may tell more)");
  }

  private SocketChannel connect() {
    try {
      Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (AccessDeniedException e) {
      throw denied();
    } catch (IOException e) {
      throw notRunning();
    }
    try {
      return file.connect();
    } catch (IOException e) {
      throw Files.isWritable(file.path()) ? notRunning() : denied();
    }
  }

  private UnreachableException notRunning() {
    return new UnreachableException(
        "no server is running on '%s' (expected one: start it, or say which data folder by --data)"
            .formatted(folder));
  }

  private UnreachableException denied() {
    return new UnreachableException(
        "you may not talk to the server on '%s' (expected the user who started it)"
            .formatted(folder));
  }
}
