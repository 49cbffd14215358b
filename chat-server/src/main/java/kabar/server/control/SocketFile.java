package kabar.server.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The socket of a server, a file in its data folder.
///
/// The name of a socket has 107 bytes at most (unix(7), `sun_path`). The name of one in a folder
/// deep down is longer: it is reached through a link in a folder that is made for that moment and
/// that nobody else can enter. The socket itself is in the data folder always.
final class SocketFile {
  private static final String NAME = "kabard.sock";
  private static final int MOST_BYTES = 107;

  private final Path folder;

  SocketFile(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  Path path() {
    return folder.resolve(NAME);
  }

  /// Begins to listen, in the place of whatever was there. The folder has to be the caller's alone.
  ServerSocketChannel listen() throws IOException {
    Files.deleteIfExists(path());
    var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      reach(channel::bind);
      Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  SocketChannel connect() throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      reach(channel::connect);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// What is done with an address.
  @FunctionalInterface
  private interface Use {
    Object with(UnixDomainSocketAddress address) throws IOException;
  }

  private void reach(Use use) throws IOException {
    if (path().toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
      use.with(UnixDomainSocketAddress.of(path()));
      return;
    }
    var shortcut = Files.createTempDirectory("kabar");
    var link = shortcut.resolve("d");
    try {
      Files.createSymbolicLink(link, folder);
      use.with(UnixDomainSocketAddress.of(link.resolve(NAME)));
    } finally {
      Files.deleteIfExists(link);
      Files.delete(shortcut);
    }
  }
}
