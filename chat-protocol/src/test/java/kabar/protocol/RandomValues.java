package kabar.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Makes values of the vocabulary with whatever fields they have, so that a new field takes part
/// without anybody's doing.
final class RandomValues {
  private static final String ID_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  private static final long LAST_MILLIS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  /// All records of a sealed family.
  static Stream<Class<?>> records(Class<?> family) {
    return family.isRecord()
        ? Stream.of(family)
        : Arrays.stream(family.getPermittedSubclasses()).flatMap(RandomValues::records);
  }

  /// One of these records, made anew.
  <T> T of(Class<T> type) {
    if (type == Reply.Refused.class) {
      return type.cast(refused());
    }
    try {
      return type.cast(constructor(type).newInstance(fields(type)));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    var types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType);
    var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    return constructor;
  }

  private Object[] fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> field(type, component))
        .toArray();
  }

  private Object field(Class<?> type, RecordComponent component) {
    var name = component.getName();
    if (component.getType() == String.class) {
      return string(type, name);
    }
    if (type == Command.SetPresence.class && name.equals("presence")) {
      return random.nextBoolean() ? Availability.ONLINE : Availability.AWAY;
    }
    return name.equals("limit") ? 1 + random.nextInt(200) : value(component.getGenericType());
  }

  private Object value(Type type) {
    if (type == String.class) {
      return text();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == long.class || type == Long.class) {
      return random.nextLong(1_000_000_000_000_000_000L);
    } else if (type == Instant.class) {
      return Instant.ofEpochMilli(random.nextLong(LAST_MILLIS));
    } else if (type == Duration.class) {
      return Duration.ofMillis(1 + random.nextInt(1_000_000));
    } else if (type == Availability.class) {
      return any(Availability.values());
    } else if (type instanceof ParameterizedType generic) {
      return collection(generic);
    } else if (type instanceof Class<?> family) {
      var records = records(family).toList();
      return of(records.get(random.nextInt(records.size())));
    }
    throw new AssertionError("no value for " + type);
  }

  private Object collection(ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    var list = new ArrayList<Object>();
    random.ints(random.nextInt(4)).forEach(_ -> list.add(value(arguments[arguments.length - 1])));
    if (type.getRawType() == List.class) {
      return list;
    }
    var map = new LinkedHashMap<Object, Object>();
    list.forEach(value -> map.put(text(), value));
    return map;
  }

  private String string(Class<?> type, String name) {
    return switch (name) {
      case "token" -> type == Command.Resume.class || isReply(type) ? text() : "";
      case "key", "marker" -> random.nextInt(4) == 0 ? "" : id();
      case "after" -> random.nextInt(4) == 0 ? "" : id();
      case "id", "upTo", "session", "cursor" -> id();
      default -> text();
    };
  }

  private static boolean isReply(Class<?> type) {
    return Reply.class.isAssignableFrom(type);
  }

  private Reply.Refused refused() {
    var reason = any(Reason.values());
    var wait = reason == Reason.TOO_FAST ? Duration.ofMillis(1 + random.nextInt(99_999)) : null;
    return wait == null
        ? new Reply.Refused(reason, text())
        : new Reply.Refused(reason, text(), wait);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private String id() {
    var id = new StringBuilder();
    random
        .ints(1 + random.nextInt(40), 0, ID_CHARACTERS.length())
        .forEach(i -> id.append(ID_CHARACTERS.charAt(i)));
    return id.toString();
  }

  /// Up to a few characters of every kind that UTF-8 has a form for.
  String text() {
    var text = new StringBuilder();
    random
        .ints(random.nextInt(12))
        .map(_ -> random.nextInt(1 << (5 + random.nextInt(17))))
        .filter(Character::isValidCodePoint)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
