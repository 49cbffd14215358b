/// What is to be seen: a state painted, one class for each panel.
package kabar.tui.panels;
