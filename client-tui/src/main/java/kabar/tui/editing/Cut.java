package kabar.tui.editing;

/// What a cut leaves, and what it takes.
public record Cut(Buffer rest, String taken) {}
