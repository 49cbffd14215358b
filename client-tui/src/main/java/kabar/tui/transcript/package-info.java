/// A conversation as rows of a width, and which of them are on the screen. Only what is to be seen
/// is laid out.
package kabar.tui.transcript;
