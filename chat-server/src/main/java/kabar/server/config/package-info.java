/// The configuration: what is written in files, in the environment and on the command line, held
/// against the one description of every option.
///
/// In reading order: `Sources` are gathered, a `Catalogue` lists the options of the server and its
/// plug-ins, and out of both comes the `Configuration`, which `ConfigurationText` prints.
package kabar.server.config;
