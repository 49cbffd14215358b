package kabar.tui.transcript;

import kabar.tui.paint.Ink;

/// A piece of a row.
///
/// @param column where it begins
/// @param text clean
public record Span(int column, String text, Ink ink) {}
