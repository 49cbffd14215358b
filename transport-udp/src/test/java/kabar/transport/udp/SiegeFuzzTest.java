package kabar.transport.udp;

import java.util.stream.Stream;
import kabar.testkit.fuzzing.Corpus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever is sent to one connection, its endpoint and the others there go on.
public class SiegeFuzzTest {

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] script) {
    Siege.play(script);
  }

  @TestFactory
  Stream<DynamicTest> standsWhateverIsSentToOneConnection() {
    return Corpus.each(SiegeFuzzTest.class, SiegeFuzzTest::fuzzerTestOneInput);
  }
}
