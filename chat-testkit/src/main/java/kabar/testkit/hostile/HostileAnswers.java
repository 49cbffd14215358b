package kabar.testkit.hostile;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the hostile server says: the texts are messages, names, words of presence and errors. Each
/// is somebody's, and every second of them even has it for the name that commands use. Thread-safe.
final class HostileAnswers {
  private static final String TIME = "\"2026-01-01T12:00:00.000Z\"";
  private static final String ME =
      "\"user\":\"messi\",\"displayName\":\"Lionel Messi\",\"cursor\":\"c-0\"";
  private static final List<String> METHODS =
      Stream.of(
              "hello",
              "ping",
              "register",
              "login",
              "resume",
              "logout",
              "send",
              "conversations",
              "history",
              "read",
              "users",
              "presence",
              "typing",
              "subscribe")
          .map(Json::string)
          .toList();

  private final List<HostileText> texts = HostileTexts.wellFormed();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  /// The line that answers a request.
  String to(Question question) {
    return question.method().equals("send")
        ? line("\"id\":" + question.id() + ",\"error\":" + error())
        : line("\"id\":" + question.id() + ",\"result\":" + result(question));
  }

  /// The line that tells of a message.
  String message(String text) {
    int number = told.incrementAndGet();
    return notification(
        "message",
        "{%s,\"cursor\":\"c-%d\"}"
            .formatted(note("t" + number, Json.string(HostileServer.ENEMY), text), number));
  }

  /// The lines that tell all texts in all ways.
  List<String> everything() {
    return Stream.of(
            texts.stream().map(HostileText::text).map(this::message),
            IntStream.range(0, texts.size())
                .mapToObj(i -> notification("typing", "{\"from\":" + name(i) + "}")),
            Stream.of(
                notification("presence", "{\"users\":%s,\"complete\":true}".formatted(people()))))
        .flatMap(lines -> lines)
        .toList();
  }

  private String result(Question question) {
    return switch (question.method()) {
      case "hello" ->
          "{\"server\":%s,\"version\":%s,\"node\":%s,\"limits\":{},\"methods\":%s}"
              .formatted(text(0), text(1), text(2), Json.array(METHODS));
      case "register", "login" -> "{\"token\":\"5f3a9c9e-0000-4000-8000-000000000001\"," + ME + "}";
      case "resume", "logout" -> "{" + ME + "}";
      case "subscribe" -> "{\"cursor\":\"c-%d\"}".formatted(told.get());
      case "ping" -> "{\"at\":%s,\"cursor\":\"c-%d\"}".formatted(TIME, told.get());
      case "users" -> "{\"users\":%s,\"more\":false}".formatted(people());
      case "conversations" -> "{\"conversations\":%s,\"more\":false}".formatted(conversations());
      case "history" -> "{\"messages\":%s,\"more\":false}".formatted(history(question));
      case "read" ->
          "{\"with\":%s,\"upTo\":%s}".formatted(question.string("with"), question.string("upTo"));
      default -> "{}";
    };
  }

  private String people() {
    return Json.array(IntStream.range(0, texts.size()).mapToObj(this::person).toList());
  }

  private String person(int i) {
    return "{\"user\":%s,\"displayName\":%s,\"country\":%s,\"presence\":\"%s\",\"text\":%s,\"since\":%s}"
        .formatted(name(i), text(i), text(i), i % 3 == 0 ? "away" : "online", text(i), TIME);
  }

  private String conversations() {
    var all =
        Stream.concat(
            Stream.of(conversation(Json.string(HostileServer.ENEMY), 0)),
            IntStream.range(0, texts.size()).mapToObj(i -> conversation(name(i), i)));
    return Json.array(all.toList());
  }

  private String conversation(String name, int i) {
    return "{\"with\":%s,\"displayName\":%s,\"last\":{%s},\"unread\":%d}"
        .formatted(name, text(i), note("h" + i, name, texts.get(i).text()), 1_000_000);
  }

  /// The enemy has written everything, the others only what they are.
  private String history(Question question) {
    if (question.has("before") || question.has("after")) {
      return "[]";
    }
    var with = question.string("with");
    var enemy = Json.string(HostileServer.ENEMY);
    return Json.array(
        IntStream.range(0, texts.size())
            .filter(i -> with.equals(enemy) || with.equals(name(i)))
            .mapToObj(i -> "{" + note("h" + i, with, texts.get(i).text()) + "}")
            .toList());
  }

  private static String note(String id, String from, String text) {
    return "\"id\":\"%s\",\"from\":%s,\"to\":\"messi\",\"text\":%s,\"at\":%s"
        .formatted(id, from, Json.string(text), TIME);
  }

  private String error() {
    int i = refusals.getAndIncrement() % texts.size();
    return "{\"code\":1,\"message\":%s,\"data\":{\"reason\":\"not-allowed\"}}".formatted(text(i));
  }

  private String name(int i) {
    return i % 2 == 0 ? Json.string("u" + i) : text(i);
  }

  private String text(int i) {
    return Json.string(texts.get(i).text());
  }

  private static String notification(String method, String params) {
    return line("\"method\":\"%s\",\"params\":%s".formatted(method, params));
  }

  private static String line(String members) {
    return "{\"jsonrpc\":\"2.0\"," + members + "}";
  }
}
