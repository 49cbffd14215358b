package kabar.protocol;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads one answer of the text dialect, from a server that may be anything.
final class TextAnswerParser {
  /// An answer to `inbox` has four levels.
  private static final int MAX_DEPTH = 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(TextAnswer.MAX_BYTES)
                  .maxStringLength(TextAnswer.MAX_BYTES)
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final JsonParser parser;
  private final Map<String, String> json = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private TextAnswerParser(JsonParser parser) {
    this.parser = parser;
  }

  /// @throws TextAnswerException if it is no answer
  static TextAnswer parse(byte[] reply) throws TextAnswerException {
    if (reply.length > TextAnswer.MAX_BYTES) {
      throw new TextAnswerException("expected %,d bytes at most".formatted(TextAnswer.MAX_BYTES));
    }
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), reply, 0, reply.length)) {
      return new TextAnswerParser(parser).answer();
    } catch (JacksonException e) {
      throw new TextAnswerException("expected a JSON object", e);
    }
  }

  private TextAnswer answer() throws TextAnswerException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new TextAnswerException("expected a JSON object");
    }
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      property(name);
    }
    if (parser.nextToken() != null) {
      throw new TextAnswerException("expected nothing behind the JSON object");
    }
    return switch (json.remove("status")) {
      case "\"OK\"" -> ok();
      case "\"ERROR\"" -> new TextAnswer.Refusal(new TextAnswer.Ok(json, texts).text("message"));
      case null, default -> throw new TextAnswerException("expected the 'status' OK or ERROR");
    };
  }

  private TextAnswer ok() {
    texts.remove("status");
    return new TextAnswer.Ok(json, texts);
  }

  private void property(String name) {
    if (parser.nextToken() == JsonToken.VALUE_STRING) {
      texts.put(name, parser.getString());
    }
    json.put(name, TextJson.dumped(parser));
  }
}
