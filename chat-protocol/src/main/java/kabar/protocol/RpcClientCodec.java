package kabar.protocol;

import java.nio.ByteBuffer;
import java.util.function.LongFunction;
import kabar.protocol.Incoming.Answered;
import kabar.protocol.Incoming.Garbage;
import kabar.protocol.Incoming.Ignored;
import kabar.protocol.Incoming.Told;
import kabar.protocol.JsonValue.Members;
import kabar.protocol.JsonValue.Numeral;
import kabar.protocol.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/// The JSON-RPC dialect as a client speaks it. Thread-safe, no state.
///
/// It reads what a newer server says as well: members, notifications and reasons that it does not
/// know do no harm.
public final class RpcClientCodec {
  private static final int MAX_ID_DIGITS = 18;

  /// Writes a request.
  ///
  /// @param id zero or more, 18 digits at most; the answer carries it
  /// @param command one of the dialect: public, or private with no token, for the session that the
  ///     connection is bound to
  /// @return one whole payload, its line end included
  /// @throws IllegalArgumentException if the dialect cannot ask for it
  public byte[] request(long id, Command command) {
    return RpcRequestWriter.encode(id, command);
  }

  /// Reads what a server sent.
  ///
  /// @param payload from its position to its limit, with or without a line end; used up by the call
  /// @param asked the command of the request with an id; null if nobody awaits its answer
  @SuppressWarnings("exports") // the annotation is for whoever compiles, and nothing else
  public Incoming read(ByteBuffer payload, LongFunction<@Nullable Command> asked) {
    var line = new byte[payload.remaining()];
    payload.get(line);
    try {
      return read(object(line), asked);
    } catch (RpcException e) {
      return new Garbage(e.detail());
    }
  }

  private static RpcMembers object(byte[] line) throws RpcException {
    var text =
        Utf8.decode(line, line.length)
            .orElseThrow(() -> new RpcException(Reason.NOT_UTF8, "found what is not UTF-8"));
    if (!(JsonReader.read(text) instanceof Members members)) {
      throw garbage("found no object (expected an answer or a notification)");
    }
    var object = new RpcMembers(members);
    if (!object.get("jsonrpc").equals(new Text("2.0"))) {
      throw garbage("found another protocol (expected JSON-RPC 2.0)");
    }
    return object;
  }

  private static Incoming read(RpcMembers object, LongFunction<@Nullable Command> asked)
      throws RpcException {
    if (object.has("method")) {
      return object.has("id") ? requested(object) : told(object);
    }
    if (object.has("result") == object.has("error")) {
      throw garbage("found both a result and an error, or neither (expected one of them)");
    }
    return answered(object, asked);
  }

  private static Incoming requested(RpcMembers object) throws RpcException {
    return new Ignored("the request " + Excerpt.of(object.text("method")) + " of a server");
  }

  private static Incoming told(RpcMembers object) throws RpcException {
    var method = object.text("method");
    var params = object.has("params") ? object.object("params") : RpcMembers.NONE;
    try {
      var event = RpcEventReader.read(method, params);
      return event.isPresent()
          ? new Told(event.get())
          : new Ignored("the notification " + Excerpt.of(method));
    } catch (RpcException e) {
      throw garbage("notification %s: %s".formatted(method, e.detail()));
    }
  }

  private static Incoming answered(RpcMembers object, LongFunction<@Nullable Command> asked)
      throws RpcException {
    if (!(object.get("id") instanceof Numeral(var digits)) || !isId(digits)) {
      return strange(object);
    }
    long id = Long.parseLong(digits);
    var command = asked.apply(id);
    if (command == null) {
      return new Ignored("an answer to %d, which nobody awaits".formatted(id));
    }
    try {
      return new Answered(id, reply(object, command));
    } catch (RpcException e) {
      throw garbage("answer to '%s': %s".formatted(command.name(), e.detail()));
    }
  }

  private static Reply reply(RpcMembers object, Command command) throws RpcException {
    return object.has("error")
        ? RpcErrorReader.read(object.object("error"))
        : RpcReplyReader.read(command, object.object("result"));
  }

  /// Without an id, a server says that it could not read something: which of the requests it was,
  /// nobody knows, and one of them stays without its answer.
  private static Incoming strange(RpcMembers object) throws RpcException {
    if (object.has("id")) {
      return new Ignored("an answer to an id that no request had");
    }
    var message = object.has("error") ? object.object("error").textOrEmpty("message") : "";
    throw garbage("the server could not read a request: " + Excerpt.of(message));
  }

  private static boolean isId(String digits) {
    return digits.length() <= MAX_ID_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static RpcException garbage(String what) {
    return new RpcException(Reason.INVALID_REQUEST, what);
  }
}
