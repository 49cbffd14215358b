package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import kabar.testkit.fuzzing.Corpus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever a datagram is made of, it is a message or none.
public class DatagramFuzzTest {

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] datagram) {
    Reading.check(ByteBuffer.wrap(datagram));
  }

  @TestFactory
  Stream<DynamicTest> readsAnyDatagramOrIgnoresIt() {
    return Corpus.each(DatagramFuzzTest.class, DatagramFuzzTest::fuzzerTestOneInput);
  }
}
