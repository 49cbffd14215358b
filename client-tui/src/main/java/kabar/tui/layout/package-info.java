/// Where everything is on the screen, by its size and by what is shown.
package kabar.tui.layout;
