package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.RpcClientCodec;
import kabar.protocol.RpcCodec;

/// How the outbox is written down: a line for each thing that happens to an entry. The message
/// itself is a request of the wire, so that there is no second way to write one.
final class OutboxLines {
  static final String HEADER = "kabar-outbox";
  static final String VERSION = "1";

  private static final String ADDED = "added";
  private static final String SENT = "sent";
  private static final String FAILED = "failed";
  private static final String DROPPED = "dropped";
  private static final String AGAIN = "again";

  private final RpcClientCodec writer = new RpcClientCodec();

  /// The first line of a file.
  ///
  /// @param generation a word that no other file has
  SealedLine header(String generation) {
    return new SealedLine(HEADER, VERSION + " " + generation);
  }

  /// All that has to be known of an entry.
  Stream<SealedLine> all(OutboxEntry entry) {
    return Stream.concat(Stream.of(added(entry)), settled(entry.key(), entry.standing()).stream());
  }

  /// It was written.
  SealedLine added(OutboxEntry entry) {
    var send = new Command.Send("", entry.to(), entry.text(), entry.key());
    var request = new String(writer.request(0, send), UTF_8).strip();
    return new SealedLine(
        ADDED, "%s %d %s".formatted(entry.from(), entry.queuedAt().toEpochMilli(), request));
  }

  /// It was settled; empty for a standing that is not written down.
  Optional<SealedLine> settled(String key, Standing standing) {
    return switch (standing) {
      case Standing.Kept _, Standing.Sending _ -> Optional.empty();
      case Standing.Sent(var id, var at) ->
          Optional.of(new SealedLine(SENT, "%s %s %d".formatted(key, id, at.toEpochMilli())));
      case Standing.Failed(var reason, var detail) ->
          Optional.of(
              new SealedLine(FAILED, "%s %s %s".formatted(key, reason.word(), oneLine(detail))));
      case Standing.Dropped _ -> Optional.of(new SealedLine(DROPPED, key));
    };
  }

  /// It is to be tried again.
  SealedLine again(String key) {
    return new SealedLine(AGAIN, key);
  }

  /// Carries a line out on the entries. Answers the entry that it is about, empty if it means
  /// nothing: written by a newer version, or about an entry that is not there.
  Optional<OutboxEntry> apply(SealedLine line, Map<String, OutboxEntry> entries) {
    try {
      var changed = changed(line, entries);
      changed.ifPresent(
          entry -> {
            if (line.kind().equals(AGAIN)) {
              entries.remove(entry.key());
            }
            entries.put(entry.key(), entry);
          });
      return changed;
    } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private Optional<OutboxEntry> changed(SealedLine line, Map<String, OutboxEntry> entries) {
    if (line.kind().equals(ADDED)) {
      return entry(line.rest().split(" ", 3));
    }
    var words = line.rest().split(" ", 3);
    return Optional.ofNullable(entries.get(words[0]))
        .filter(entry -> !(entry.standing() instanceof Standing.Sent))
        .flatMap(entry -> standing(line.kind(), words).map(entry::standing));
  }

  private static Optional<Standing> standing(String kind, String[] words) {
    return switch (kind) {
      case SENT -> Optional.of(new Standing.Sent(words[1], millis(words[2])));
      case FAILED -> Optional.of(new Standing.Failed(reason(words[1]), words[2]));
      case DROPPED -> Optional.of(new Standing.Dropped());
      case AGAIN -> Optional.of(new Standing.Kept());
      default -> Optional.empty();
    };
  }

  /// Read as a server would.
  private static Optional<OutboxEntry> entry(String[] words) {
    var request = new RpcCodec().decode(ByteBuffer.wrap((words[2] + "\n").getBytes(UTF_8)));
    return request.command() instanceof Command.Send(_, var to, var text, var key)
        ? Optional.of(
            new OutboxEntry(key, words[0], to, text, millis(words[1]), new Standing.Kept()))
        : Optional.empty();
  }

  private static Instant millis(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text));
  }

  private static Reason reason(String word) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.word().equals(word))
        .findFirst()
        .orElse(Reason.UNKNOWN);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /// The lines that make entries again, in their order.
  List<SealedLine> all(String generation, Stream<OutboxEntry> entries) {
    return Stream.concat(Stream.of(header(generation)), entries.flatMap(this::all)).toList();
  }
}
