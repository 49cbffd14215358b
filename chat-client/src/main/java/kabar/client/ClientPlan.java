package kabar.client;

import java.nio.file.Path;

/// How a client is to be.
///
/// @param destination where its server is
/// @param profile the folder for what outlives the program; made where it is missing
/// @param introduction what it tells of itself
/// @param entry how it becomes somebody there
/// @param memory what it knows at the start
/// @param timing how long it waits for what
public record ClientPlan(
    Destination destination,
    Path profile,
    Introduction introduction,
    Entry entry,
    Memory memory,
    Timing timing) {

  /// A client that goes on with the session and the conversations that its profile folder keeps.
  public ClientPlan(Destination destination, Path profile, Introduction introduction) {
    this(destination, profile, introduction, new Entry.Kept(), new Memory.Cached(), Timing.DEFAULT);
  }

  /// The same with another entry.
  public ClientPlan entering(Entry other) {
    return new ClientPlan(destination, profile, introduction, other, memory, timing);
  }

  /// The same that knows something else at the start.
  public ClientPlan remembering(Memory other) {
    return new ClientPlan(destination, profile, introduction, entry, other, timing);
  }

  /// The same with another timing.
  public ClientPlan timing(Timing other) {
    return new ClientPlan(destination, profile, introduction, entry, memory, other);
  }
}
