package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// `kabar tail` of the packed client, of a demo user.
///
/// @param image the folder of the packed programs
record Tail(Path image, Workplace workplace) {
  private static final String USER = "henderson";

  /// Logs in and begins to print what comes.
  Ear open(InetSocketAddress address) throws IOException {
    var home = ClientHome.make(image, workplace, address, USER);
    return workplace.listen(List.of(home.program(), "tail", "--json"), home.environment());
  }
}
