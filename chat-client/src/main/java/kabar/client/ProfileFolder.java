package kabar.client;

import java.nio.file.Path;
import java.util.Optional;

/// The folder of one profile: what a client knows from one start to the next. It belongs to its
/// user alone: the folder has the mode 0700, its files 0600.
///
/// Calls block for the disk. Several programs may use one folder at once.
public final class ProfileFolder {
  private final Folder folder;

  private ProfileFolder(Folder folder) {
    this.folder = folder;
  }

  /// Opens a folder, and makes it where it is missing.
  ///
  /// @throws ProfileException if it cannot be made, is no folder, or others may look into it
  public static ProfileFolder open(Path path) throws ProfileException {
    return new ProfileFolder(DiskFolder.open(path));
  }

  /// The session that is kept, empty if none is.
  ///
  /// @throws ProfileException if the file cannot be read, or is not of its form
  public Optional<KeptSession> session() throws ProfileException {
    return SessionFile.in(folder).read();
  }

  /// Keeps a session in the place of any other.
  ///
  /// @throws ProfileException if it cannot be written; then what was kept is still there
  public void keep(KeptSession session) throws ProfileException {
    SessionFile.in(folder).write(session);
  }

  /// Keeps no session any more.
  ///
  /// @throws ProfileException if the file cannot be removed
  public void forget() throws ProfileException {
    SessionFile.in(folder).remove();
  }
}
