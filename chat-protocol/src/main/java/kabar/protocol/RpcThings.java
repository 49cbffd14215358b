package kabar.protocol;

import java.util.ArrayList;
import java.util.List;

/// How the things that answers and notifications tell of are read.
final class RpcThings {

  private RpcThings() {}

  /// Makes one thing of an object.
  @FunctionalInterface
  interface Reader<T> {
    T read(RpcMembers object) throws RpcException;
  }

  static <T> List<T> all(List<RpcMembers> objects, Reader<T> reader) throws RpcException {
    var things = new ArrayList<T>(objects.size());
    for (var object : objects) {
      things.add(reader.read(object));
    }
    return things;
  }

  static Profile profile(RpcMembers object) throws RpcException {
    return profile(object, "user");
  }

  static Reply.Note note(RpcMembers object) throws RpcException {
    return new Reply.Note(
        object.text("id"),
        object.text("from"),
        object.text("to"),
        object.text("text"),
        object.textOrEmpty("key"),
        object.instant("at"));
  }

  static Reply.Talk talk(RpcMembers object) throws RpcException {
    return new Reply.Talk(
        profile(object, "with"),
        note(object.object("last")),
        object.count("unread"),
        object.textOrEmpty("marker"));
  }

  /// A word for being there that only a newer server knows means being there.
  static Person person(RpcMembers object) throws RpcException {
    return new Person(
        profile(object),
        Availability.parse(object.text("presence")).orElse(Availability.ONLINE),
        object.textOrEmpty("text"),
        object.instant("since"));
  }

  static Reply.Device device(RpcMembers object) throws RpcException {
    return new Reply.Device(
        object.text("session"),
        object.textOrEmpty("device"),
        object.text("transport"),
        object.text("address"),
        object.instant("created"),
        object.instant("lastSeen"),
        object.flag("current"));
  }

  private static Profile profile(RpcMembers object, String user) throws RpcException {
    return new Profile(
        object.text(user), object.text("displayName"), object.textOrEmpty("country"));
  }
}
