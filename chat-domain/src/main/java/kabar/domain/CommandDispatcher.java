package kabar.domain;

import java.util.concurrent.CompletionStage;
import kabar.protocol.Command;
import kabar.protocol.Reply;

/// Carries out commands. Thread-safe.
///
/// What is to happen around every command (measuring, limiting, guarding) is a dispatcher that
/// wraps another one.
public interface CommandDispatcher {

  /// Begins a command and answers at once or later. Must not block. The commands of one caller are
  /// begun one after another, in the order of their arrival.
  CompletionStage<Reply> dispatch(Command command, Caller caller);

  /// The caller's connection is gone. Called once; commands begun before may still be under way.
  void left(Caller caller);
}
