/// Writing a message: text with a cursor, what was cut, what was sent before, what fits a prefix.
package kabar.tui.editing;
