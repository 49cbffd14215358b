/// Metrics and health. In reading order: `Meters` holds the registry, `MeteredDispatcher` times the
/// commands, `ServerMeters` reads what the server keeps anyway, `StatusServer` answers over HTTP.
package kabar.server.metrics;
