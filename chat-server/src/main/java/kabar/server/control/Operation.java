package kabar.server.control;

import java.io.IOException;
import kabar.protocol.print.JsonLine;

/// What a command does. It may block.
@FunctionalInterface
public interface Operation {

  /// Does it.
  ///
  /// @param request the arguments, by their names
  /// @throws RefusedException if it cannot be done as it was asked for
  /// @throws IOException if a file cannot be read or written
  void run(JsonLine request, Dialogue dialogue) throws IOException;
}
