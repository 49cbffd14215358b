/// What is set where: {@link Places} of files, the {@link ConfigFile} of the user, names of
/// profiles.
/// This package alone knows of TOML.
package kabar.tui.profile;
