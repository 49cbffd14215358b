package kabar.tui.program;

import kabar.client.ChatClient;

/// Lets a client write down what is to be kept also when the process is told to end.
record Parting(AtExit exit) implements AutoCloseable {

  static Parting of(ChatClient client) {
    return new Parting(AtExit.run("kabar-parting", client::close));
  }

  @Override
  public void close() {
    exit.callOff();
  }
}
