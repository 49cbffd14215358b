package kabar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTest {

  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 0, 8, 9})
  void readsWholeNumbersWithinTheirBounds(int value) {
    assertThat(Form.wholeNumber(-2, 9).read("" + value)).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-3", "10", "three", "3.0", " 3", "0x3", "99999999999"})
  void readsNoOtherNumbers(String text) {
    assertThat(Form.wholeNumber(-2, 9).read(text)).isEmpty();
  }

  @Test
  void readsFlags() {
    assertThat(Form.flag().read("true")).hasValue(true);
    assertThat(Form.flag().read("false")).hasValue(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "TRUE", "1", "true "})
  void readsNoOtherFlags(String text) {
    assertThat(Form.flag().read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1ms,PT0.001S",
    "250ms,PT0.25S",
    "20s,PT20S",
    "5m,PT5M",
    "2h,PT2H",
    "30d,PT720H",
    "36500d,PT876000H"
  })
  void readsAndWritesDurations(String text, Duration duration) {
    assertThat(Form.duration().read(text)).hasValue(duration);
    assertThat(Form.duration().write(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"60s,1m", "1500ms,1500ms", "3600s,1h", "90m,90m", "48h,2d"})
  void writesDurationsInTheLargestUnit(String text, String written) {
    var form = Form.duration();

    assertThat(form.read(text).map(form::write)).hasValue(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "5M", "1.5h", "1h30m", "5w", "1234567890s"})
  void readsNoOtherDurations(String text) {
    assertThat(Form.duration().read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "000d", "36501d", "999999999d", "876001h"})
  void readsNoDurationsThatCannotBeWaitedFor(String text) {
    assertThat(Form.duration().read(text)).isEmpty();
  }

  @Test
  void readsTextAsItIsWritten() {
    assertThat(Form.text("a sort of tea").read(" Green ")).hasValue(" Green ");
  }

  @Test
  void readsTextThatStandsForSomething() {
    var form = Form.text("a month such as MAY", Month::valueOf, Month::name);

    assertThat(form.read("MAY")).hasValue(Month.MAY);
    assertThat(form.read("May")).isEmpty();
    assertThat(form.write(Month.JUNE)).isEqualTo("JUNE");
  }

  @Test
  void readsOneOfSomeWords() {
    var form = Form.oneOf("green", "black");

    assertThat(form.read("black")).hasValue("black");
    assertThat(form.read("Black")).isEmpty();
    assertThat(form.expected()).isEqualTo("green or black");
  }

  @Test
  void readsAndWritesLists() {
    var form = Form.list("sorts of tea");

    assertThat(form.read(" green, black ,,")).hasValue(List.of("green", "black"));
    assertThat(form.read("")).hasValue(List.of());
    assertThat(form.write(List.of("green", "black"))).isEqualTo("green,black");
  }
}
