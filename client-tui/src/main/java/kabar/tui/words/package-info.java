/// Texts for people, in each {@link Language} that Kabar speaks. Words of the protocol, names of
/// commands and options, and what scripts read are the same in all of them.
package kabar.tui.words;
