package kabar.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import kabar.protocol.JsonValue.Flag;
import kabar.protocol.JsonValue.Items;
import kabar.protocol.JsonValue.Members;
import kabar.protocol.JsonValue.Nothing;
import kabar.protocol.JsonValue.Numeral;
import kabar.protocol.JsonValue.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads one line of JSON from a peer that may be anything.
///
/// Strict in what RFC 8259 leaves open: names are unique within their object. What is read takes
/// memory in proportion to the line.
final class JsonReader {
  /// How deep arrays and objects may stand in each other. The deepest of the dialect is five.
  static final int MAX_DEPTH = 16;

  /// Of what is not a number that anybody could mean.
  static final int MAX_NUMBER_CHARACTERS = 64;

  /// Names come from anywhere, so that none of them is kept.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_CHARACTERS)
                  .build())
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /// The one value on a line.
  ///
  /// @throws RpcException with {@link Reason#NOT_JSON} if it is none, with {@link
  ///     Reason#INVALID_REQUEST} if it is one that nobody should send
  static JsonValue read(String line) throws RpcException {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      return new JsonReader(parser).line();
    } catch (StreamConstraintsException _) {
      throw new RpcException(
          Reason.INVALID_REQUEST,
          "found a number, a name or a nesting beyond all measure (expected %d levels at most)"
              .formatted(MAX_DEPTH));
    } catch (UnexpectedEndOfInputException _) {
      throw notJson("found the end of the line too early");
    } catch (JacksonException e) {
      throw notJson("found an error at character " + column(e));
    }
  }

  private static int column(JacksonException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
  }

  private static RpcException notJson(String found) {
    return new RpcException(Reason.NOT_JSON, found + " (expected one JSON object on one line)");
  }

  private JsonValue line() throws RpcException {
    var first = parser.nextToken();
    if (first == null) {
      throw notJson("found nothing");
    }
    var value = value(first);
    if (parser.nextToken() != null) {
      throw notJson("found something behind the first value");
    }
    return value;
  }

  /// The value that begins with a token, which is the last one that was read.
  private JsonValue value(@Nullable JsonToken token) throws RpcException {
    return switch (token) {
      case START_OBJECT -> members();
      case START_ARRAY -> items();
      case VALUE_STRING -> new Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getString());
      case VALUE_TRUE -> new Flag(true);
      case VALUE_FALSE -> new Flag(false);
      case VALUE_NULL -> new Nothing();
      case null, default -> throw notJson("found " + token);
    };
  }

  private Members members() throws RpcException {
    var members = new LinkedHashMap<String, JsonValue>();
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      if (members.put(name, value(parser.nextToken())) != null) {
        throw new RpcException(
            Reason.INVALID_REQUEST,
            "found the name %s twice in an object (expected it once)".formatted(Excerpt.of(name)));
      }
    }
    return new Members(members);
  }

  private Items items() throws RpcException {
    var items = new ArrayList<JsonValue>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(token));
    }
    return new Items(items);
  }
}
