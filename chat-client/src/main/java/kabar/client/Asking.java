package kabar.client;

import java.util.concurrent.CompletableFuture;
import kabar.protocol.Command;
import kabar.protocol.Reply;

/// Asks the server, while the client is online. On the loop's thread.
@FunctionalInterface
interface Asking {

  /// Asks something.
  ///
  /// @return fails with an {@link UnansweredException}; completes on the loop's thread
  CompletableFuture<Reply> ask(Command command);
}
