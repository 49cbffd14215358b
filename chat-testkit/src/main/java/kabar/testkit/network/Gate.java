package kabar.testkit.network;

/// Lets through or holds back all who come to it. Thread-safe.
final class Gate {
  private boolean isShut; // guarded by this

  synchronized void shut() {
    isShut = true;
  }

  synchronized void open() {
    isShut = false;
    notifyAll();
  }

  /// Waits until the gate is open.
  synchronized void pass() throws InterruptedException {
    while (isShut) {
      wait();
    }
  }
}
