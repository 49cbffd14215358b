package kabar.protocol;

import java.io.IOException;

/// Says that what came back is not an answer of the text dialect: what was expected of it.
public final class TextAnswerException extends IOException {

  public TextAnswerException(String message) {
    super(message);
  }

  public TextAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
