package kabar.tui.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times and dates in one language and one zone.
public record Times(Sentences sentences, ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// The time of day, as `08:20`.
  public String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  public LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /// A day, as `Tue 18 Nov 2025`.
  public String day(LocalDate date) {
    return "%s %d %s %d"
        .formatted(
            word(Phrase.WEEKDAYS, date.getDayOfWeek().getValue()),
            date.getDayOfMonth(),
            word(Phrase.MONTHS, date.getMonthValue()),
            date.getYear());
  }

  /// The time of day if that was the same day as another, the day as well if not.
  public String clockOrDay(Instant at, Instant reference) {
    return date(at).equals(date(reference)) ? clock(at) : day(date(at)) + " " + clock(at);
  }

  /// How long something lasts, in its largest unit, as `7 m`; a minute at least.
  public String roughly(Duration duration) {
    if (duration.toDays() > 0) {
      return sentences.say(Phrase.DAYS, duration.toDays());
    }
    if (duration.toHours() > 0) {
      return sentences.say(Phrase.HOURS, duration.toHours());
    }
    return sentences.say(Phrase.MINUTES, Math.max(1, duration.toMinutes()));
  }

  /// How long something lasts so far, as `00:42`, or `2:00:42` from an hour on.
  public String elapsed(Duration duration) {
    var positive = duration.isNegative() ? Duration.ZERO : duration;
    return positive.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            positive.toHours(),
            positive.toMinutesPart(),
            positive.toSecondsPart())
        : String.format(Locale.ROOT, "%02d:%02d", positive.toMinutes(), positive.toSecondsPart());
  }

  private String word(Phrase words, int number) {
    return sentences.say(words).split(" ", -1)[number - 1];
  }
}
