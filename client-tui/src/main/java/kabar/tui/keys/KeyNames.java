package kabar.tui.keys;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of what terminals call their keys.
final class KeyNames {
  /// By the last byte of `ESC [` and `ESC O`; xterm, and the VT100 before it.
  private static final Map<String, String> LETTERS =
      table("A:up B:down C:right D:left F:end H:home P:f1 Q:f2 R:f3 S:f4");

  /// By the number before a `~`; the VT220 and rxvt.
  private static final Map<String, String> NUMBERS =
      table(
          "1:home 2:insert 3:delete 4:end 5:page-up 6:page-down 7:home 8:end",
          "11:f1 12:f2 13:f3 14:f4 15:f5 17:f6 18:f7 19:f8 20:f9 21:f10 23:f11 24:f12",
          "25:f13 26:f14 28:f15 29:f16 31:f17 32:f18 33:f19 34:f20");

  /// By the last byte of `ESC O`: the keypad in application mode.
  private static final Map<String, String> KEYPAD =
      table("I:tab M:enter X:= j:* k:+ l:, m:- n:. o:/", "p:0 q:1 r:2 s:3 t:4 u:5 v:6 w:7 x:8 y:9");

  /// By kitty's numbers, of which those of media and modifier keys are left out.
  private static final Map<String, String> FUNCTIONAL =
      table(
          "57376:f13 57377:f14 57378:f15 57379:f16 57380:f17 57381:f18 57382:f19 57383:f20",
          "57384:f21 57385:f22 57386:f23 57387:f24 57388:f25 57389:f26 57390:f27 57391:f28",
          "57392:f29 57393:f30 57394:f31 57395:f32 57396:f33 57397:f34 57398:f35",
          "57399:0 57400:1 57401:2 57402:3 57403:4 57404:5 57405:6 57406:7 57407:8 57408:9",
          "57409:. 57410:/ 57411:* 57412:- 57413:+ 57414:enter 57415:= 57416:,",
          "57417:left 57418:right 57419:up 57420:down 57421:page-up 57422:page-down",
          "57423:home 57424:end 57425:insert 57426:delete");

  private KeyNames() {}

  /// The name of a key, or empty.
  static String ofLetter(char letter) {
    return LETTERS.getOrDefault(String.valueOf(letter), "");
  }

  static String ofNumber(int number) {
    return NUMBERS.getOrDefault(Integer.toString(number), "");
  }

  static String ofKeypad(char letter) {
    return KEYPAD.getOrDefault(String.valueOf(letter), ofLetter(letter));
  }

  static String ofFunctional(int number) {
    return FUNCTIONAL.getOrDefault(Integer.toString(number), "");
  }

  private static Map<String, String> table(String... rows) {
    return Stream.of(rows)
        .flatMap(row -> Stream.of(row.split(" ", -1)))
        .map(entry -> entry.split(":", 2))
        .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));
  }
}
