package kabar.testkit.transcript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Hears what a server says on one connection. Notifications may come between answers, so that each
/// kind has its own order: answers, and notifications of each method.
final class Ear {
  private static final Pattern KIND =
      Pattern.compile("\\{\"jsonrpc\":\"2\\.0\",\"(id|method)\":(\"\\w+\"(?=,\"params\"))?.*");
  private static final String LAST = "{\"jsonrpc\":\"2.0\",\"id\":\"the end\",";

  private final Wire wire;
  private final List<String> heard = new ArrayList<>();

  Ear(Wire wire) {
    this.wire = wire;
  }

  void say(String line) throws IOException {
    wire.send((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Waits for the next line of the kind of an expected one.
  ///
  /// @throws IOException if it does not come in time
  String next(String expected) throws IOException {
    return next(line -> kind(line).equals(kind(expected)));
  }

  /// All that was said and not asked for, up to now.
  List<String> rest() throws IOException {
    say(LAST + "\"method\":\"ping\"}");
    next(line -> line.startsWith(LAST));
    return List.copyOf(heard);
  }

  void close() throws IOException {
    wire.close();
  }

  private String next(Predicate<String> wanted) throws IOException {
    for (Iterator<String> lines = heard.iterator(); lines.hasNext(); ) {
      var line = lines.next();
      if (wanted.test(line)) {
        lines.remove();
        return line;
      }
    }
    return received(wanted);
  }

  private String received(Predicate<String> wanted) throws IOException {
    for (var line = receive(); ; line = receive()) {
      if (wanted.test(line)) {
        return line;
      }
      heard.add(line);
    }
  }

  private String receive() throws IOException {
    return new String(wire.receive().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// `id` for answers, else the name of the method, in quotes.
  private static String kind(String line) {
    var kind = KIND.matcher(line);
    if (!kind.matches()) {
      return line;
    }
    return kind.group(2) == null ? kind.group(1) : kind.group(2);
  }
}
