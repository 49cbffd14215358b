package kabar.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One request and the one right reply to it, both in ASCII and with their line ends.
record Exchange(String request, String reply) {

  /// The request, so many times.
  ByteBuffer requests(int count) {
    return bytes(request.repeat(count));
  }

  /// The reply over and over, filling at least so many bytes from any place within one reply.
  ByteBuffer replies(int bytes) {
    return bytes(reply.repeat(bytes / reply.length() + 2));
  }

  private static ByteBuffer bytes(String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
