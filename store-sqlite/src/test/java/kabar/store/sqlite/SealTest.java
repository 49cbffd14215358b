package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SealTest {
  private final Seal seal = new Seal();

  /// A backup of today is checked by the programs of tomorrow. Worked out by another program.
  @Test
  void staysTheSameForEver() {
    assertThat(seal.of(Table.NAMES, 7L, "messi")).isEqualTo(2_208_152_568L);
  }

  @Test
  void isTheSameForATextAndItsBytes() {
    var text = "Lionel Messi, 😀";

    assertThat(seal.of(Table.NAMES, 1L, text))
        .isEqualTo(seal.of(Table.NAMES, 1L, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void tellsRowsApartThatLookAlikeOneBehindTheOther() {
    var seals =
        List.of(
            seal.of(Table.NAMES, 1L, "ab", "c"),
            seal.of(Table.NAMES, 1L, "a", "bc"),
            seal.of(Table.NAMES, 1L, "abc", ""),
            seal.of(Table.NAMES, 1L, "", "abc"),
            seal.of(Table.INVITES, 1L, "ab", "c"),
            seal.of(Table.NAMES, 2L, "ab", "c"));

    assertThat(new HashSet<>(seals)).hasSize(seals.size());
  }

  @Test
  void tellsEachFlippedBit() {
    var bytes = "a message of some length".getBytes(StandardCharsets.UTF_8);
    long sound = seal.of(Table.MESSAGES, 1L, bytes);

    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(seal.of(Table.MESSAGES, 1L, bytes)).isNotEqualTo(sound);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void takesNumbersAndTextsOnly() {
    assertThatThrownBy(() -> seal.of(Table.NAMES, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Integer");
  }
}
