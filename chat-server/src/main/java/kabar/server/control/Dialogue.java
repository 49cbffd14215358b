package kabar.server.control;

import java.util.List;

/// A command's connection to whoever gave it.
public interface Dialogue extends Output {

  /// The next lines of the input; none at its end.
  List<String> more();
}
