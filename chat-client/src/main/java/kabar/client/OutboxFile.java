package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kabar.client.OutboxEntry.Standing;

/// The outbox on disk, which several programs share: a file that lines are added to, under a lock
/// that is held for no longer than that takes. Calls block; one thread makes them.
///
/// Whoever looks reads on from where it was. A file that was written anew says so by another
/// generation in its first line.
final class OutboxFile {
  static final String NAME = "outbox";
  private static final String LOCK = "outbox.lock";

  /// So many settled entries are kept, so that every program learns what became of its own.
  private static final int SETTLED_KEPT = 100;

  /// With so many the file is written anew without them.
  private static final int SETTLED_MOST = 1_000;

  private final Folder folder;
  private final Supplier<String> words;
  private final OutboxLines lines = new OutboxLines();
  private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
  private final Set<String> changed = new HashSet<>();
  private String generation = "";
  private String trouble = "";
  private String broken = "";
  private long known;

  /// @param words a new word at each call, for names that nobody else uses
  OutboxFile(Folder folder, Supplier<String> words) {
    this.folder = folder;
    this.words = words;
  }

  /// What there is, and what has changed since the last look.
  ///
  /// @param open all that is pending or failed, in order
  /// @param changed all that was changed, in no order
  /// @param trouble a sentence about a part of the file that was set aside, empty if none was
  record Glance(List<OutboxEntry> open, List<OutboxEntry> changed, String trouble) {}

  /// Whether the file seems to have changed since the last look, or a write that failed had read
  /// what nobody was told of. Cheap.
  boolean hasNews() throws ProfileException {
    return !changed.isEmpty() || !trouble.isEmpty() || folder.size(NAME) != known;
  }

  /// Looks what others have done.
  Glance look() throws ProfileException {
    try (var _ = folder.lock(LOCK)) {
      catchUp();
      return glance();
    }
  }

  /// Adds an entry; on disk when it returns.
  Glance add(OutboxEntry entry) throws ProfileException {
    return write(lines.added(entry));
  }

  /// Writes down how an entry was settled.
  Glance settle(String key, Standing standing) throws ProfileException {
    var line = lines.settled(key, standing);
    return line.isPresent() ? write(line.get()) : look();
  }

  /// Writes down that an entry is to be tried again, or was given up, if that may be.
  ///
  /// @return empty if there is no such entry that fits
  Optional<Glance> change(String key, Predicate<OutboxEntry> fits, Standing standing)
      throws ProfileException {
    try (var _ = folder.lock(LOCK)) {
      catchUp();
      var entry = entries.get(key);
      if (entry == null || !fits.test(entry)) {
        return Optional.empty();
      }
      append(lines.settled(key, standing).orElseGet(() -> lines.again(key)));
      return Optional.of(glance());
    }
  }

  private Glance write(SealedLine line) throws ProfileException {
    try (var _ = folder.lock(LOCK)) {
      catchUp();
      append(line);
      return glance();
    }
  }

  private void append(SealedLine line) throws ProfileException {
    var bytes = SealedText.write(List.of(line));
    if (!broken.isEmpty()) {
      setAside();
    } else if (generation.isEmpty()) {
      writeAnew();
    }
    folder.append(NAME, bytes);
    known += bytes.length;
    apply(line);
    if (entries.size() > SETTLED_MOST && settled() > SETTLED_MOST) {
      forgetOldest();
      writeAnew();
    }
  }

  private void catchUp() throws ProfileException {
    var content = folder.read(NAME).orElse(new byte[0]);
    var first = SealedText.read(firstLine(content), 0).lines();
    var found = first.isEmpty() ? "" : generation(first.getFirst());
    if (!found.equals(generation) || found.isEmpty() || content.length < known) {
      begin(found);
    }
    var text = SealedText.read(content, (int) known);
    text.lines().forEach(this::apply);
    known = content.length;
    broken += text.broken();
    if (!broken.isEmpty()) {
      trySettingAside();
    }
  }

  /// A disk that is full must not keep what is whole from being read.
  private void trySettingAside() {
    try {
      setAside();
    } catch (ProfileException e) {
      trouble = "%s: damaged, and %s".formatted(folder.place(NAME), e.getMessage());
    }
  }

  /// All is read anew; what is gone was settled, and is forgotten.
  private void begin(String found) {
    changed.addAll(entries.keySet());
    entries.clear();
    generation = found;
    broken = "";
    known = 0;
  }

  private void apply(SealedLine line) {
    lines.apply(line, entries).ifPresent(entry -> changed.add(entry.key()));
  }

  private String generation(SealedLine header) throws ProfileException {
    if (!header.kind().equals(OutboxLines.HEADER)) {
      return "";
    }
    var parts = header.rest().split(" ", 2);
    if (!parts[0].equals(OutboxLines.VERSION) || parts.length < 2) {
      throw new ProfileException(
          "%s: was written by a newer Kabar (version %s; this one knows %s)"
              .formatted(folder.place(NAME), parts[0], OutboxLines.VERSION));
    }
    return parts[1];
  }

  /// What is whole stays; nothing may be added behind a broken line before that.
  private void setAside() throws ProfileException {
    var name = "%s.damaged-%s".formatted(NAME, words.get());
    folder.append(name, broken.getBytes(UTF_8));
    writeAnew();
    broken = "";
    trouble =
        "%s: damaged; what is whole was kept, the rest is in %s"
            .formatted(folder.place(NAME), folder.place(name));
  }

  private void writeAnew() throws ProfileException {
    var word = words.get();
    var content = SealedText.write(lines.all(word, entries.values().stream()));
    folder.replace(NAME, content);
    generation = word;
    known = content.length;
  }

  private long settled() {
    return entries.values().stream().filter(entry -> !entry.isOpen()).count();
  }

  private void forgetOldest() {
    var over =
        entries.values().stream().filter(entry -> !entry.isOpen()).map(OutboxEntry::key).toList();
    entries.keySet().removeAll(Set.copyOf(over.subList(0, over.size() - SETTLED_KEPT)));
  }

  private Glance glance() {
    var open = entries.values().stream().filter(OutboxEntry::isOpen).toList();
    var told = changed.stream().map(entries::get).filter(Objects::nonNull).toList();
    var glance = new Glance(open, told, trouble);
    changed.clear();
    trouble = "";
    return glance;
  }

  private static byte[] firstLine(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return Arrays.copyOf(content, Math.min(end + 1, content.length));
  }
}
