// What micrometer-registry-prometheus needs and exports; its jar does not say.
open module micrometer.registry.prometheus {
  requires io.prometheus.metrics.config;
  requires io.prometheus.metrics.core;
  requires transitive io.prometheus.metrics.model;
  requires io.prometheus.metrics.tracer.common;
  requires io.prometheus.writer.text;
  requires transitive micrometer.core;

  exports io.micrometer.prometheusmetrics;
}
