package kabar.protocol;

import static kabar.protocol.Reason.INVALID_PARAMETER;
import static kabar.protocol.Reason.MISSING_PARAMETER;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kabar.protocol.JsonValue.Flag;
import kabar.protocol.JsonValue.Items;
import kabar.protocol.JsonValue.Members;
import kabar.protocol.JsonValue.Nothing;
import kabar.protocol.JsonValue.Numeral;
import kabar.protocol.JsonValue.Text;

/// The members of an object of the dialect, each read as what it has to be. One that is null counts
/// as absent; those that nobody asks for do not matter.
///
/// Refusals tell kinds, never values: a value may be a password.
final class RpcMembers {
  static final RpcMembers NONE = new RpcMembers(new Members(Map.of()));

  private static final Nothing NOTHING = new Nothing();
  private static final Pattern LONE_SURROGATE = Pattern.compile("[\\x{D800}-\\x{DFFF}]");
  private static final int MAX_DIGITS = 18;

  private final Members members;

  RpcMembers(Members members) {
    this.members = members;
  }

  boolean has(String name) {
    return !(get(name) instanceof Nothing);
  }

  /// As it was sent, null if absent.
  JsonValue get(String name) {
    return members.members().getOrDefault(name, NOTHING);
  }

  /// A string that can be stored: one without lone surrogates, which have no UTF-8 form.
  String text(String name) throws RpcException {
    if (!(get(name) instanceof Text(var text))) {
      throw unexpected(name, "a string");
    }
    if (LONE_SURROGATE.matcher(text).find()) {
      throw invalid(name, "half a surrogate pair", "Unicode text");
    }
    return text;
  }

  /// A string, empty if absent.
  String textOrEmpty(String name) throws RpcException {
    return has(name) ? text(name) : "";
  }

  /// Whether it is true; false if absent.
  boolean flag(String name) throws RpcException {
    return switch (get(name)) {
      case Flag(var isTrue) -> isTrue;
      case Nothing _ -> false;
      case Text _, Numeral _, Items _, Members _ -> throw unexpected(name, "true or false");
    };
  }

  /// A whole number of 18 digits at most, zero or more.
  long count(String name) throws RpcException {
    if (!(get(name) instanceof Numeral(var digits))) {
      throw unexpected(name, "a whole number");
    }
    if (digits.length() > MAX_DIGITS || !digits.chars().allMatch(Character::isDigit)) {
      throw invalid(
          name, Excerpt.of(digits), "a whole number of " + MAX_DIGITS + " digits at most");
    }
    return Long.parseLong(digits);
  }

  Instant instant(String name) throws RpcException {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException _) {
      throw invalid(name, "another string", "a time like 2026-01-31T12:00:00.000Z");
    }
  }

  RpcMembers object(String name) throws RpcException {
    return object(name, get(name));
  }

  List<RpcMembers> objects(String name) throws RpcException {
    var objects = new ArrayList<RpcMembers>();
    for (var item : items(name)) {
      objects.add(object(name, item));
    }
    return objects;
  }

  /// The strings of an array.
  List<String> texts(String name) throws RpcException {
    var texts = new ArrayList<String>();
    for (var item : items(name)) {
      if (!(item instanceof Text(var text))) {
        throw invalid(name, item.kind() + " in it", "strings");
      }
      texts.add(text);
    }
    return texts;
  }

  /// The names of all members, in the order in which they came.
  List<String> names() {
    return List.copyOf(members.members().keySet());
  }

  /// Says that a member is of no use.
  static RpcException invalid(String name, String found, String expected) {
    return new RpcException(
        INVALID_PARAMETER, "%s: found %s (expected %s)".formatted(name, found, expected));
  }

  private List<JsonValue> items(String name) throws RpcException {
    if (get(name) instanceof Items(var items)) {
      return items;
    }
    throw unexpected(name, "an array");
  }

  private RpcMembers object(String name, JsonValue value) throws RpcException {
    if (value instanceof Members object) {
      return new RpcMembers(object);
    }
    throw unexpected(name, "an object");
  }

  private RpcException unexpected(String name, String expected) {
    return has(name)
        ? invalid(name, get(name).kind(), expected)
        : new RpcException(
            MISSING_PARAMETER, "%s: missing (expected %s)".formatted(name, expected));
  }
}
