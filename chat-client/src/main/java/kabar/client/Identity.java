package kabar.client;

import java.util.Optional;
import java.util.function.Consumer;
import kabar.client.Entering.Outcome.Entered;
import kabar.protocol.Command;
import org.jspecify.annotations.Nullable;

/// Who the client is at its server, and how it becomes that again. On the loop's thread, but for
/// {@link #user}.
final class Identity {
  private final ClientPlan plan;
  private final Disk disk;
  private final Consumer<? super News> audience;
  private volatile String user = "";
  private Entry entry;
  private @Nullable KeptSession session;
  private @Nullable SessionFile file;

  Identity(ClientPlan plan, Disk disk, Consumer<? super News> audience) {
    this.plan = plan;
    this.disk = disk;
    this.audience = audience;
    this.entry = plan.entry();
  }

  /// From now on there is a file, which was read. A session of another server is none.
  void attach(SessionFile file, Optional<KeptSession> kept) {
    this.file = file;
    kept.filter(it -> it.server().equals(plan.destination().uri()))
        .ifPresent(
            it -> {
              session = it;
              user = it.user();
            });
  }

  /// The user's name, empty if there is none yet. Any thread.
  String user() {
    return user;
  }

  /// The command to become somebody with, empty if there is none.
  Optional<Command> command() {
    return switch (entry) {
      case Entry.Login login -> Optional.of(login.command(plan.introduction()));
      case Entry.Register register -> Optional.of(register.command(plan.introduction()));
      case Entry.Kept _ ->
          Optional.ofNullable(session).map(kept -> new Command.Resume(kept.token()));
    };
  }

  /// The server has let the client in. A new session is kept in the place of any other.
  ///
  /// @return whether as somebody else than before
  boolean enters(Entered entered) {
    if (entered.token().isEmpty()) {
      return false;
    }
    var opened = new KeptSession(plan.destination().uri(), entered.me().user(), entered.token());
    var isOther = !opened.user().equals(user);
    session = opened;
    user = opened.user();
    entry = new Entry.Kept();
    save(opened);
    return isOther;
  }

  private void save(KeptSession opened) {
    var file = this.file;
    if (file != null) {
      Futures.whenDone(
          disk.run(
              () -> {
                file.write(opened);
                return true;
              }),
          (_, failure) -> {
            if (failure != null) {
              audience.accept(new News.Trouble(String.valueOf(failure.getMessage())));
            }
          });
    }
  }
}
