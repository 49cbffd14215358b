package kabar.client;

import java.io.IOException;

/// Says that something in a profile folder cannot be read or written: which file, what is wrong,
/// and what would be right.
public final class ProfileException extends IOException {

  ProfileException(String message) {
    super(message);
  }

  ProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}
