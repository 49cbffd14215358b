/// How the operator's commands reach a running server: over a Unix-domain socket in its data
/// folder,
/// which nobody else can enter.
///
/// `ControlSocket` is the server's end, `ControlClient` the other. Between them go lines of JSON,
/// see
/// `Wire`. What a command does is an `Operation`, which tells its `Output`, wherever that is shown.
package kabar.server.control;
