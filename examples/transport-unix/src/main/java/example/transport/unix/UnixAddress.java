package example.transport.unix;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import kabar.api.SettingsException;

/// The path of a `unix:` URL, and the socket there.
record UnixAddress(URI uri, Path path) {
  static final String SCHEME = "unix";

  private static final int BACKLOG = 4096;

  /// Reads a URL that has a path and nothing else.
  ///
  /// @throws SettingsException saying what is expected
  static UnixAddress parse(URI uri) {
    if (!isUnix(uri)) {
      throw new SettingsException(
          "cannot use '%s' (expected unix:///PATH, the path of a socket from the root)"
              .formatted(uri));
    }
    return new UnixAddress(uri, Path.of(uri.getPath()));
  }

  static boolean isUnix(URI uri) {
    var path = uri.getPath();
    return SCHEME.equals(uri.getScheme())
        && uri.getRawAuthority() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && path != null
        && path.length() > 1
        && !path.endsWith("/");
  }

  /// Opens a server's socket; its file is for those with these permissions.
  ///
  /// @throws IOException if the path is taken or cannot be made; then nothing is left open
  ServerSocketChannel bind(Set<PosixFilePermission> permissions) throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      removeStale();
      server.bind(UnixDomainSocketAddress.of(path), BACKLOG);
      Files.setPosixFilePermissions(path, permissions);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw new IOException(
          "cannot listen at '%s': %s (expected a free path in a folder that can be written to)"
              .formatted(uri, e.getMessage()),
          e);
    }
  }

  /// Connects to the socket; blocks until somebody answers.
  SocketChannel connect() throws IOException {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(path));
    } catch (IOException | RuntimeException e) {
      throw new IOException("cannot connect to '%s': %s".formatted(uri, e.getMessage()), e);
    }
  }

  /// A server that was killed leaves its file behind, at which nobody answers.
  private void removeStale() throws IOException {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    var file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!file.isOther()) {
      throw new IOException("there is something else than a socket");
    }
    try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      throw new IOException("address in use: somebody answers there");
    } catch (ConnectException e) {
      Files.deleteIfExists(path);
    }
  }
}
