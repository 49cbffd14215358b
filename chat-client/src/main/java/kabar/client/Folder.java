package kabar.client;

import java.util.Optional;

/// Files of one folder, by name. Calls block; any thread may make them.
interface Folder {

  /// A file's whole content, empty if there is no such file.
  Optional<byte[]> read(String name) throws ProfileException;

  /// A file's length in bytes, 0 if there is no such file. Cheap.
  long size(String name) throws ProfileException;

  /// Adds to the end of a file, on disk when it returns. If it fails, the file is as it was before,
  /// or has a beginning of what was to be added, where the disk does not even let that be removed.
  void append(String name, byte[] content) throws ProfileException;

  /// Puts a file in the place of another, as a whole or not at all, on disk when it returns.
  void replace(String name, byte[] content) throws ProfileException;

  /// Removes a file if it is there.
  void remove(String name) throws ProfileException;

  /// Takes a lock that one program at a time may have; empty if another has it. A lock ends with
  /// the
  /// program.
  Optional<Lock> tryLock(String name) throws ProfileException;

  /// Takes a lock that others have for moments only.
  ///
  /// @throws ProfileException also if it is still taken after some seconds
  Lock lock(String name) throws ProfileException;

  /// Where a file is, for messages.
  String place(String name);

  /// A lock that was taken.
  interface Lock extends AutoCloseable {

    /// Gives it back; again is harmless.
    @Override
    void close();
  }
}
