package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import kabar.testkit.fuzzing.Corpus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever stands before a right checksum, it is a message or none. (Without one, hardly any input
/// would come further than to that.)
public class MessageFuzzTest {
  /// As a socket has room for, and more than a message may have.
  private static final int MOST_BYTES = 1_500;

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] fields) {
    int count = Math.min(fields.length, MOST_BYTES - Checksum.BYTES);
    var datagram = ByteBuffer.allocateDirect(MOST_BYTES).put(fields, 0, count);
    Checksum.append(datagram, 0);
    Reading.check(datagram.flip());
  }

  @TestFactory
  Stream<DynamicTest> readsAnyFieldsOrIgnoresThem() {
    return Corpus.each(MessageFuzzTest.class, MessageFuzzTest::fuzzerTestOneInput);
  }
}
