package kabar.protocol;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/// The items of an answer, of which as many are written as have room.
final class RpcPage {
  /// The longest answer, unless a single item is longer.
  static final int MAX_BYTES = 256 * 1024;

  /// Room for what stands around the items: the id of the request, and less than this in names.
  private static final int FRAME_BYTES = 512;

  private static final int MAX_ITEM_BYTES = MAX_BYTES - FRAME_BYTES;

  private final byte[] json;
  private final int[] ends;

  private RpcPage(byte[] json, int[] ends) {
    this.json = json;
    this.ends = ends;
  }

  static <T> RpcPage of(List<T> items, BiConsumer<JsonGenerator, T> form) {
    var bytes = new ByteArrayOutputStream(items.size() * 128 + 32);
    var ends = new int[items.size()];
    try (var json = RpcJson.generator(bytes)) {
      for (int i = 0; i < ends.length; i++) {
        form.accept(json, items.get(i));
        json.flush();
        ends[i] = bytes.size();
      }
    }
    return new RpcPage(bytes.toByteArray(), ends);
  }

  /// Keeps the first ones; at least one if there is any.
  Part head() {
    int count = ends.length;
    while (count > 1 && ends[count - 1] > MAX_ITEM_BYTES) {
      count--;
    }
    return part(0, count);
  }

  /// Keeps the last ones; at least one if there is any.
  Part tail() {
    int first = 0;
    while (first < ends.length - 1 && json.length - start(first) > MAX_ITEM_BYTES) {
      first++;
    }
    return part(first, ends.length);
  }

  private Part part(int first, int end) {
    int from = start(first);
    int length = end == 0 ? 0 : ends[end - 1] - from;
    return new Part(json, from, length, end - first < ends.length);
  }

  /// Behind the comma that follows the item before.
  private int start(int item) {
    return item == 0 ? 0 : ends[item - 1] + 1;
  }

  /// The items that are kept.
  static final class Part {
    private final byte[] json;
    private final int from;
    private final int length;
    private final boolean isCut;

    private Part(byte[] json, int from, int length, boolean isCut) {
      this.json = json;
      this.from = from;
      this.length = length;
      this.isCut = isCut;
    }

    /// Whether others had no room.
    boolean isCut() {
      return isCut;
    }

    /// Writes them as an array.
    void write(JsonGenerator generator, String name) {
      generator.writeArrayPropertyStart(name);
      generator.flush();
      ((ByteArrayOutputStream) generator.streamWriteOutputTarget()).write(json, from, length);
      generator.writeEndArray();
    }
  }
}
