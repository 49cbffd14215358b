package kabar.protocol;

import static kabar.protocol.Reason.INVALID_PARAMETER;
import static kabar.protocol.Reason.INVALID_REQUEST;
import static kabar.protocol.Reason.NOT_UTF8;
import static kabar.protocol.Reason.UNKNOWN_COMMAND;

import java.nio.charset.StandardCharsets;
import kabar.protocol.Command.Malformed;
import kabar.protocol.JsonValue.Flag;
import kabar.protocol.JsonValue.Items;
import kabar.protocol.JsonValue.Members;
import kabar.protocol.JsonValue.Nothing;
import kabar.protocol.JsonValue.Numeral;
import kabar.protocol.JsonValue.Text;

/// Reads one line as a request of JSON-RPC 2.0.
final class RpcRequestReader {
  /// The id of an answer to what has none that could be read.
  static final String NO_ID = "null";

  private static final String UNKNOWN = "unknown";
  private static final int MAX_ID_BYTES = 128;

  private RpcRequestReader() {}

  /// The request on a line, or a malformed one that says what is wrong with it.
  static Request read(byte[] line) {
    try {
      return request(object(line));
    } catch (RpcException e) {
      return new Request(malformed(UNKNOWN, e), NO_ID);
    }
  }

  private static RpcMembers object(byte[] line) throws RpcException {
    var text = Utf8.decode(line, line.length).orElseThrow(() -> new RpcException(NOT_UTF8, ""));
    return switch (JsonReader.read(text)) {
      case Members members -> new RpcMembers(members);
      case Items _ ->
          throw new RpcException(
              INVALID_REQUEST, "found a batch (expected one request, as an object, on each line)");
      case JsonValue other -> throw invalid("found " + other.kind(), "a request, as an object");
    };
  }

  private static Request request(RpcMembers members) throws RpcException {
    var id = id(members);
    try {
      checkVersion(members);
      return new Request(command(method(members), members), id);
    } catch (RpcException e) {
      // Who sends what is no request cannot have meant to get no answer.
      return new Request(malformed(UNKNOWN, e), id.isEmpty() ? NO_ID : id);
    }
  }

  /// As JSON; empty if there is none, so that no answer is wanted.
  private static String id(RpcMembers members) throws RpcException {
    return switch (members.get("id")) {
      case Numeral(var digits) -> digits;
      case Text(var text) -> quoted(text);
      case Nothing _ -> members.names().contains("id") ? NO_ID : "";
      case Flag _, Items _, Members _ ->
          throw invalid("id: found " + members.get("id").kind(), "a string or a number");
    };
  }

  private static String quoted(String id) throws RpcException {
    var json = RpcJson.quoted(id);
    if (json.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
      throw invalid("id: found a long string", MAX_ID_BYTES + " bytes of JSON at most");
    }
    return json;
  }

  private static void checkVersion(RpcMembers members) throws RpcException {
    if (!members.get("jsonrpc").equals(new Text("2.0"))) {
      throw invalid("jsonrpc: found " + found(members.get("jsonrpc")), "\"2.0\"");
    }
  }

  private static String method(RpcMembers members) throws RpcException {
    if (members.get("method") instanceof Text(var method)) {
      return method;
    }
    throw invalid("method: found " + found(members.get("method")), "a string");
  }

  private static String found(JsonValue value) {
    return switch (value) {
      case Text(var text) -> Excerpt.of(text);
      case Nothing _ -> "none";
      case Numeral _, Flag _, Items _, Members _ -> value.kind();
    };
  }

  private static Command command(String word, RpcMembers members) {
    var method = RpcMethod.named(word);
    if (method.isEmpty()) {
      return new Malformed(
          UNKNOWN,
          UNKNOWN_COMMAND,
          "method: found %s (expected one of those that 'hello' lists)"
              .formatted(Excerpt.of(word)));
    }
    try {
      return method.get().read(params(members));
    } catch (RpcException e) {
      return malformed(method.get().commandName(), e);
    }
  }

  private static RpcMembers params(RpcMembers members) throws RpcException {
    return switch (members.get("params")) {
      case Members params -> new RpcMembers(params);
      case Nothing _ -> RpcMembers.NONE;
      case JsonValue other ->
          throw new RpcException(
              INVALID_PARAMETER,
              "params: found %s (expected an object, or none)".formatted(other.kind()));
    };
  }

  private static RpcException invalid(String found, String expected) {
    return new RpcException(INVALID_REQUEST, "%s (expected %s)".formatted(found, expected));
  }

  private static Malformed malformed(String name, RpcException e) {
    return new Malformed(name, e.reason(), e.detail());
  }
}
