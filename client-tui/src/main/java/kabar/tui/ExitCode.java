package kabar.tui;

/// How a command ends, for scripts. The numbers are stable.
enum ExitCode {
  /// It was done.
  DONE(0),
  /// The server has refused it.
  REFUSED(1),
  /// The command line or the configuration is wrong.
  USAGE(2),
  /// There is no session, or it has ended.
  NOT_LOGGED_IN(3),
  /// The server cannot be reached, was lost, or is none of ours.
  UNREACHABLE(4),
  /// The message is kept in the outbox and was not sent yet.
  KEPT(5),
  /// A file of the client's own, or the output, cannot be used.
  FILES(6),
  /// The program met a bug of its own.
  BUG(70),
  /// Whoever read the output has ended: what a shell reports of a program that SIGPIPE ended.
  PIPE_CLOSED(128 + 13);

  /// What the help says about them, before the line with the example.
  static final String TABLE =
      "Exit codes: 0 done; 1 refused by the server; 2 wrong command line or configuration; 3 not"
          + " logged in; 4 server not reached; 5 kept in the outbox, not sent yet; 6 a file or the"
          + " output cannot be used; 70 a bug of its own; 130 after Ctrl-C; 141 if nobody reads the output any more.";

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
