package kabar.tui;

import java.util.Optional;
import kabar.client.KeptSession;

/// Somebody who is logged in, and may have brought a server along.
///
/// @param errand with the profile in which the session is kept
/// @param session which is kept there
/// @param demo the server that ends with it, if there is one
record Arrival(Errand errand, KeptSession session, Optional<Demo> demo) implements AutoCloseable {

  @Override
  public void close() {
    demo.ifPresent(Demo::close);
  }
}
