package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import kabar.client.Mirror.Kept;
import kabar.protocol.Command;
import kabar.protocol.Incoming;
import kabar.protocol.Reply;
import kabar.protocol.Request;
import kabar.protocol.RpcClientCodec;
import kabar.protocol.RpcCodec;
import org.jspecify.annotations.Nullable;

/// How the cache is written down: as answers of a server, each of which a client could have got, so
/// that there is no second way to write a message.
///
/// The last line says that the file is whole: half a cache with a cursor would hide what is
/// missing.
final class CacheLines {
  private static final String HEADER = "kabar-cache";
  private static final String VERSION = "1";
  private static final String CURSOR = "cursor";
  private static final String TALK = "talk";
  private static final String LOOSE_TALK = "loose-talk";
  private static final String HISTORY = "history";
  private static final String READ = "read";
  private static final String END = "end";

  private static final Command LIST = new Command.ListConversations(1, "");
  private static final Command PAGE = new Command.History("", new Command.Range.Newest(), 1);

  private final RpcCodec server = new RpcCodec();
  private final RpcClientCodec client = new RpcClientCodec();

  List<SealedLine> write(Cache cache) {
    var lines = new ArrayList<SealedLine>();
    lines.add(new SealedLine(HEADER, VERSION + " " + cache.user()));
    lines.add(new SealedLine(CURSOR, cache.cursor()));
    for (var kept : cache.conversations()) {
      var talk = new Reply.Conversations(List.of(kept.talk()), false);
      lines.add(answer(kept.isLoose() ? LOOSE_TALK : TALK, LIST, talk));
      lines.add(answer(HISTORY, PAGE, kept.history()));
    }
    cache.bookmarks().forEach((with, upTo) -> lines.add(read(with, upTo)));
    lines.add(new SealedLine(END, String.valueOf(lines.size())));
    return lines;
  }

  /// Reads what was written, empty if it is not whole or of another version.
  Optional<Cache> read(SealedText text) {
    var lines = new ArrayDeque<>(text.lines());
    if (!text.broken().isEmpty() || lines.size() < 3 || !isEnd(lines.removeLast(), lines.size())) {
      return Optional.empty();
    }
    var header = lines.remove();
    var cursor = lines.remove();
    if (!header.kind().equals(HEADER) || !header.rest().startsWith(VERSION + " ")) {
      return Optional.empty();
    }
    var user = header.rest().substring(VERSION.length() + 1);
    return Optional.of(body(user, cursor.rest(), lines));
  }

  private Cache body(String user, String cursor, Queue<SealedLine> lines) {
    var kept = new ArrayList<Kept>();
    var bookmarks = new LinkedHashMap<String, String>();
    for (var line = lines.poll(); line != null; line = lines.poll()) {
      switch (line.kind()) {
        case TALK, LOOSE_TALK -> kept(line, lines.poll()).ifPresent(kept::add);
        case READ -> bookmark(line, bookmarks);
        default -> {}
      }
    }
    return new Cache(user, cursor, kept, bookmarks);
  }

  private Optional<Kept> kept(SealedLine talk, @Nullable SealedLine history) {
    var isLoose = talk.kind().equals(LOOSE_TALK);
    return history != null
            && read(talk, LIST) instanceof Reply.Conversations(var talks, _)
            && read(history, PAGE) instanceof Reply.History notes
        ? Optional.of(new Kept(talks.getFirst(), notes, isLoose))
        : Optional.empty();
  }

  private void bookmark(SealedLine line, Map<String, String> bookmarks) {
    if (server.decode(payload(line)).command() instanceof Command.Read(var with, var upTo)) {
      bookmarks.put(with, upTo);
    }
  }

  private SealedLine read(String with, String upTo) {
    var request = client.request(0, new Command.Read(with, upTo));
    return new SealedLine(READ, new String(request, UTF_8).strip());
  }

  private static boolean isEnd(SealedLine line, int before) {
    return line.kind().equals(END) && line.rest().equals(String.valueOf(before));
  }

  private SealedLine answer(String kind, Command asked, Reply reply) {
    var payload = server.encode(new Request(asked, "0"), reply);
    return new SealedLine(kind, new String(payload, UTF_8).strip());
  }

  private Reply read(SealedLine line, Command asked) {
    return client.read(payload(line), _ -> asked) instanceof Incoming.Answered(_, var reply)
        ? reply
        : new Reply.Done();
  }

  private static ByteBuffer payload(SealedLine line) {
    return ByteBuffer.wrap((line.rest() + "\n").getBytes(UTF_8));
  }
}
