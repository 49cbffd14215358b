/// From what happens to what is shown: a pure function from a state and an action to the next state
/// and the effects it asks for.
package kabar.tui.reduce;
