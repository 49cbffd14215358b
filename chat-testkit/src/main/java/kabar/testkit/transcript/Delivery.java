package kabar.testkit.transcript;

import java.io.IOException;
import java.util.Arrays;

/// How the bytes of a request go out.
@FunctionalInterface
public interface Delivery {

  /// Sends one request or more, as they are.
  void send(Wire wire, byte[] request) throws IOException;

  /// All at once.
  static Delivery whole() {
    return Wire::send;
  }

  /// In two parts, with something between them.
  ///
  /// @param cut how long the first part is; a shorter request is all first part
  static Delivery split(int cut, Between between) {
    return (wire, request) -> {
      int length = Math.min(cut, request.length);
      if (length > 0) {
        wire.send(Arrays.copyOf(request, length));
      }
      between.firstPartSent(length > 0 && request[length - 1] != '\n');
      if (length < request.length) {
        wire.send(Arrays.copyOfRange(request, length, request.length));
      }
    };
  }

  /// What happens between two parts.
  @FunctionalInterface
  interface Between {

    /// The first part is on its way.
    ///
    /// @param insideLine whether the server now has a line without its end
    void firstPartSent(boolean insideLine) throws IOException;
  }
}
