package kabar.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// Compares the messages that are found with those that were sent: each that was acknowledged has
/// to be there, none twice, and those of a sender in the order in which they were sent.
final class LetterCheck {
  private final List<Track> tracks;
  private final List<Found> found = new ArrayList<>();
  private long foreign;

  /// @param tracks what each sender did, by its number
  LetterCheck(List<Track> tracks) {
    this.tracks = List.copyOf(tracks);
    tracks.forEach(_ -> found.add(new Found()));
  }

  /// What was found of one sender.
  private static final class Found {
    private final BitSet numbers = new BitSet();
    private int last = -1;
    private long doubled;
    private long disordered;

    void add(int number) {
      if (numbers.get(number)) {
        doubled++;
      } else if (number < last) {
        disordered++;
      }
      numbers.set(number);
      last = Math.max(last, number);
    }
  }

  /// What came of the comparison.
  ///
  /// @param acknowledged messages that have to be there
  /// @param lost those of them that are not
  /// @param doubled messages that are there once more
  /// @param disordered messages that are there after a later one of their sender
  /// @param foreign messages that nobody sent, at least not so
  /// @param unacknowledged messages that are there without their sender having heard of it, which
  ///     is nobody's fault
  record Findings(
      long acknowledged,
      long lost,
      long doubled,
      long disordered,
      long foreign,
      long unacknowledged) {

    boolean isClean() {
      return lost + doubled + disordered + foreign == 0;
    }

    @Override
    public String toString() {
      return ("acknowledged %,d, lost %,d, doubled %,d, out of order %,d, never sent %,d,"
              + " unacknowledged but present %,d")
          .formatted(acknowledged, lost, doubled, disordered, foreign, unacknowledged);
    }
  }

  /// Takes the next message in the order of the store.
  void add(String from, String to, String text) {
    var letter =
        Letter.parse(text)
            .filter(it -> it.from().equals(from) && it.to().equals(to))
            .filter(it -> it.sender() < tracks.size())
            .filter(it -> it.number() < tracks.get(it.sender()).sent());
    letter.ifPresentOrElse(it -> found.get(it.sender()).add(it.number()), () -> foreign++);
  }

  /// What it came to, if all messages were added.
  Findings ofAll() {
    return findings(_ -> 0, _ -> true);
  }

  /// What it came to, if the newest messages to somebody were added: of a sender only those can be
  /// missed that are newer than the oldest that was found.
  Findings ofNewest(String to) {
    return findings(this::firstFound, it -> it.to().equals(to));
  }

  private int firstFound(int sender) {
    int first = found.get(sender).numbers.nextSetBit(0);
    return first < 0 ? tracks.get(sender).sent() : first;
  }

  /// @param first the first number that is looked at, by sender
  private Findings findings(IntUnaryOperator first, Predicate<Letter> isExpected) {
    long acknowledged = 0;
    long lost = 0;
    long unacknowledged = 0;
    for (int sender = 0; sender < tracks.size(); sender++) {
      var track = tracks.get(sender);
      var numbers = found.get(sender).numbers;
      for (int number = first.applyAsInt(sender); number < track.sent(); number++) {
        boolean isThere = numbers.get(number);
        if (!track.isAcknowledged(number)) {
          unacknowledged += isThere ? 1 : 0;
        } else if (isExpected.test(new Letter(sender, number))) {
          acknowledged++;
          lost += isThere ? 0 : 1;
        }
      }
    }
    return new Findings(
        acknowledged,
        lost,
        sum(it -> it.doubled),
        sum(it -> it.disordered),
        foreign,
        unacknowledged);
  }

  private long sum(ToLongFunction<Found> count) {
    return found.stream().mapToLong(count).sum();
  }
}
