package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A profile folder in memory that outlives the programs on it. It can be full, and tear what is
/// written last.
final class FakeDisk {
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Program> locks = new HashMap<>();
  private boolean isFull;

  /// The folder as one program sees it.
  Program program() {
    return new Program();
  }

  /// Nothing can be written from now on, or it can again.
  void full(boolean full) {
    isFull = full;
  }

  /// A file as text, empty if there is none.
  String text(String name) {
    return new String(files.getOrDefault(name, new byte[0]), UTF_8);
  }

  /// Puts a file there.
  void put(String name, String text) {
    files.put(name, text.getBytes(UTF_8));
  }

  /// The names of all files.
  Set<String> names() {
    return new HashSet<>(files.keySet());
  }

  /// One program's view, until it is killed.
  final class Program implements Folder {
    private int tearsAfter = Integer.MAX_VALUE;
    private boolean isDead;

    /// The program ends; its locks end with it.
    void kill() {
      isDead = true;
      locks.values().removeIf(this::equals);
    }

    /// The program ends while it writes: of the next append only so many bytes arrive.
    void tearAfter(int bytes) {
      tearsAfter = bytes;
    }

    @Override
    public Optional<byte[]> read(String name) throws ProfileException {
      refuseIfDead();
      return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    @Override
    public long size(String name) throws ProfileException {
      return read(name).map(content -> content.length).orElse(0);
    }

    @Override
    public void append(String name, byte[] content) throws ProfileException {
      refuseIfFull(name);
      var old = files.getOrDefault(name, new byte[0]);
      int length = Math.min(content.length, tearsAfter);
      var grown = Arrays.copyOf(old, old.length + length);
      System.arraycopy(content, 0, grown, old.length, length);
      files.put(name, grown);
      if (length < content.length) {
        kill();
        throw new ProfileException("torn");
      }
    }

    @Override
    public void replace(String name, byte[] content) throws ProfileException {
      refuseIfFull(name);
      if (tearsAfter == Integer.MAX_VALUE) {
        files.put(name, content.clone());
      } else {
        kill();
        throw new ProfileException("torn");
      }
    }

    @Override
    public void remove(String name) throws ProfileException {
      refuseIfDead();
      files.remove(name);
    }

    @Override
    public Optional<Lock> tryLock(String name) throws ProfileException {
      refuseIfDead();
      if (locks.containsKey(name)) {
        return Optional.empty();
      }
      locks.put(name, this);
      return Optional.of(() -> locks.remove(name, this));
    }

    @Override
    public Lock lock(String name) throws ProfileException {
      return tryLock(name)
          .orElseThrow(() -> new ProfileException(name + ": still held by another program"));
    }

    @Override
    public String place(String name) {
      return "disk/" + name;
    }

    private void refuseIfDead() throws ProfileException {
      if (isDead) {
        throw new ProfileException("the program is dead");
      }
    }

    private void refuseIfFull(String name) throws ProfileException {
      refuseIfDead();
      if (isFull) {
        throw new ProfileException(
            "%s: cannot be written (No space left on device)".formatted(place(name)));
      }
    }
  }
}
