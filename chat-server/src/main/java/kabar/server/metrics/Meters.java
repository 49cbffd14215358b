package kabar.server.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import kabar.domain.CommandDispatcher;

/// Everything that is measured in one server. Thread-safe.
public final class Meters implements AutoCloseable {
  /// Far more than there are. A codec that took names from its users would stop being measured
  /// there, instead of filling the memory.
  private static final int MOST_COMMANDS = 100;

  private final LongSupplier nanoClock;
  private final CompletableFuture<PrometheusMeterRegistry> registry;
  private final CompletableFuture<JvmGcMetrics> collections;
  private volatile CompletableFuture<PrometheusMeterRegistry> complete;

  /// With the meters of the process: memory, garbage collection, threads, CPU, open files, age.
  /// They are made in the background, because that takes longer than most of a start; whoever needs
  /// them before waits.
  public Meters() {
    this(Clock.SYSTEM);
  }

  Meters(Clock clock) {
    this.nanoClock = clock::monotonicTime;
    this.registry =
        CompletableFuture.supplyAsync(
            () -> registry(clock), Thread.ofPlatform().daemon().name("kabar-meters")::start);
    this.collections = registry.thenApply(Meters::bindProcess);
    this.complete = registry.thenCombine(collections, (registry, _) -> registry);
  }

  /// A dispatcher that times what it hands on.
  public CommandDispatcher around(CommandDispatcher next) {
    return new MeteredDispatcher(next, registry::join, nanoClock);
  }

  /// Adds meters, once. Whoever scrapes after this sees them.
  public synchronized void bind(MeterBinder meters) {
    complete =
        complete.thenApply(
            registry -> {
              meters.bindTo(registry);
              return registry;
            });
  }

  /// All meters as they are now, as text for Prometheus.
  public String scrape() {
    return complete.join().scrape();
  }

  @Override
  public void close() {
    collections.join().close();
  }

  private static PrometheusMeterRegistry registry(Clock clock) {
    var registry =
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), clock);
    registry
        .config()
        .meterFilter(
            MeterFilter.maximumAllowableTags(
                MeteredDispatcher.TIMER, "command", MOST_COMMANDS, MeterFilter.deny()));
    return registry;
  }

  /// Answers what listens to the garbage collector until it is closed.
  private static JvmGcMetrics bindProcess(PrometheusMeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    var collections = new JvmGcMetrics();
    collections.bindTo(registry);
    return collections;
  }
}
