package kabar.api.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private final Timetable timetable = new Timetable();
  private final List<String> called = new ArrayList<>();

  @Test
  void callsWhoeverIsDueInTheOrderOfTheirTimes() {
    timetable.add(calling("late", Timed.NEVER), 30);
    timetable.add(calling("early", Timed.NEVER), 10);
    timetable.add(calling("later", Timed.NEVER), 31);

    timetable.expire(30);

    assertThat(called).containsExactly("early", "late");
  }

  @Test
  void keepsTheEarliestTimeThatSomebodyAskedFor() {
    var timed = calling("once", Timed.NEVER);
    timetable.add(timed, 20);
    timetable.add(timed, 10);
    timetable.add(timed, 15);

    timetable.expire(12);
    timetable.expire(100);

    assertThat(called).containsExactly("once");
  }

  @Test
  void callsAgainAtTheTimeThatACallAnswersWith() {
    timetable.add(calling("again", 50), 10);

    timetable.expire(10);
    assertThat(timetable.idleMillis(10)).isEqualTo(40);
    timetable.expire(50);

    assertThat(called).startsWith("again", "again");
  }

  @Test
  void forgetsWhoeverIsRemoved() {
    var timed = calling("gone", Timed.NEVER);
    timetable.add(timed, 10);
    timetable.remove(timed);

    timetable.expire(10);

    assertThat(called).isEmpty();
    assertThat(timetable.idleMillis(0)).isZero();
  }

  @Test
  void knowsHowLongNobodyIsDue() {
    assertThat(timetable.idleMillis(5)).isZero();

    timetable.add(calling("x", Timed.NEVER), 25);

    assertThat(timetable.idleMillis(5)).isEqualTo(20);
    assertThat(timetable.idleMillis(90)).isEqualTo(1);
  }

  private Timed calling(String name, long next) {
    return now -> {
      called.add(name);
      return next > now ? next : Timed.NEVER;
    };
  }
}
