package kabar.testkit.transcript;

/// A line of a transcript, without its mark.
///
/// @param place where it is written, as `chat.txt:12`
/// @param text a character for each byte; tokens are still `T1`, `T2` …
public record Line(String place, String text) {}
