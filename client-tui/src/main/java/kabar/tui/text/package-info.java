/// Text as a terminal shows it. In reading order: `Clean` makes foreign text harmless, `Graphemes`
/// cuts it into what people call characters, `CellWidth` measures them, and `Wrapping` makes lines.
package kabar.tui.text;
