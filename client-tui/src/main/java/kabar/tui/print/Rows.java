package kabar.tui.print;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kabar.client.OutboxEntry;
import kabar.protocol.Person;
import kabar.protocol.Reply;
import kabar.protocol.print.JsonLine;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;

/// What people read in tables, in their language and their time.
public final class Rows {
  private static final int LONGEST_TEXT = 60;

  private final Sentences sentences;
  private final DateTimeFormatter minutes;

  public Rows(Sentences sentences, ZoneId zone) {
    this.sentences = sentences;
    this.minutes = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /// A conversation.
  public JsonLine conversation(Reply.Talk talk) {
    return row(Phrase.WITH, talk.with().user())
        .plus(row(Phrase.NAME, talk.with().displayName()))
        .with(heading(Phrase.UNREAD), talk.unread())
        .plus(row(Phrase.WHEN, time(talk.last().at())))
        .plus(row(Phrase.LAST, talk.last().from() + ": " + snippet(talk.last().text())));
  }

  /// A user.
  public JsonLine person(Person person) {
    var presence = sentences.availability(person.presence());
    return row(Phrase.USER, person.profile().user())
        .plus(row(Phrase.NAME, person.profile().displayName()))
        .plus(row(Phrase.COUNTRY, person.profile().country()))
        .plus(
            row(
                Phrase.PRESENCE,
                person.text().isEmpty() ? presence : presence + ": " + person.text()))
        .plus(row(Phrase.SINCE, time(person.since())));
  }

  /// A session.
  public JsonLine session(Reply.Device device) {
    var name = device.device();
    return row(Phrase.SESSION, device.session())
        .plus(row(Phrase.DEVICE, device.isCurrent() ? name + current(name) : name))
        .plus(row(Phrase.ADDRESS, device.transport() + " " + device.address()))
        .plus(row(Phrase.CREATED, time(device.createdAt())))
        .plus(row(Phrase.LAST_SEEN, time(device.lastSeenAt())));
  }

  /// A message on its way.
  public JsonLine entry(OutboxEntry entry) {
    return row(Phrase.KEY, entry.key())
        .plus(row(Phrase.TO, entry.to()))
        .plus(row(Phrase.WHEN, time(entry.queuedAt())))
        .plus(row(Phrase.STANDING, standing(entry.standing())))
        .plus(row(Phrase.TEXT, snippet(entry.text())));
  }

  /// A time to the minute.
  public String time(Instant time) {
    return minutes.format(time);
  }

  private String standing(OutboxEntry.Standing standing) {
    return standing instanceof OutboxEntry.Standing.Failed(var reason, var detail)
        ? sentences.say(Phrase.REFUSED, sentences.refusal(reason, detail))
        : sentences.say(Phrase.WAITING);
  }

  private String current(String device) {
    var mark = "(" + sentences.say(Phrase.CURRENT) + ")";
    return device.isEmpty() ? mark : " " + mark;
  }

  private JsonLine row(Phrase heading, String value) {
    return JsonLine.of(heading(heading), value);
  }

  private String heading(Phrase phrase) {
    return sentences.say(phrase);
  }

  /// The beginning of a text, on one line.
  public static String snippet(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_TEXT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 3)) + "...";
  }
}
