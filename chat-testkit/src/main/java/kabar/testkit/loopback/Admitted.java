package kabar.testkit.loopback;

import kabar.api.transport.CloseCause;

/// What a listener has let in and waits for when it stops.
interface Admitted {

  /// Ends it in a task of its own.
  void endLater(CloseCause cause);
}
