/// What can be gone to or done by its name: the commands of the input line, and the lines of "go to
/// anything".
package kabar.tui.commands;
