package kabar.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JoinLineTest {
  private static final String CODE = "7K3QF-0XH2M-9WZ4B-C8RTN";

  @Test
  void hasTheFirstAddressWithoutWhatOnlyTheServerNeeds() {
    assertThat(line("tcp://chat.example:8889?dialect=chatbox", "tcp://other.example:1"))
        .isEqualTo("kabar join tcp://chat.example:8889 " + CODE);
  }

  @Test
  void passesOverAddressesThatDoNotSayWhere() {
    assertThat(
            line("unix:///run/kabar", "tcp://0.0.0.0:8889", "tcp://[::]:8889", "tcp://[::1]:8889"))
        .isEqualTo("kabar join tcp://[::1]:8889 " + CODE);
  }

  @Test
  void leavesTheAddressToTheOperatorWhereNoneSaysWhere() {
    assertThat(line("tcp://0.0.0.0:8889")).isEqualTo("kabar join URL " + CODE);
    assertThat(JoinLine.of(List.of(), CODE)).isEqualTo("kabar join URL " + CODE);
  }

  private static String line(String... addresses) {
    return JoinLine.of(Stream.of(addresses).map(URI::create).toList(), CODE);
  }
}
