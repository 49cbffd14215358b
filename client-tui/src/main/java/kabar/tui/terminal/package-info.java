/// The terminal itself: what reads its bytes, paints frames into it, and gives it back as it was.
package kabar.tui.terminal;
