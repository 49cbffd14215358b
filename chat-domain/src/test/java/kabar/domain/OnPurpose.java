package kabar.domain;

/// A bug that a test plants. It has no stack trace, so that the log of a test stays short.
final class OnPurpose extends RuntimeException {

  OnPurpose() {
    super("on purpose", null, false, false);
  }
}
