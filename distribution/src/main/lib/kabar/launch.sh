# What the launchers in bin have in common; each sets home, program, main and options, and sources
# this. KABAR_JAVA_OPTS adds options for Java (split at spaces), and wins over those of the launcher.

# What a training run remembered, for a quicker start. Java starts without it, and without a word if
# it does not fit: KABAR_JAVA_OPTS=-Xlog:aot tells why.
cache=$home/lib/kabar/$program.aot
[ -r "$cache" ] || cache=

# shellcheck disable=SC2086 # the options are meant to be split
exec "$home/bin/java" $options ${cache:+"-XX:AOTCache=$cache"} '-Xlog:aot*=off' \
  "-Dkabar.plugins=$home/plugins" "-Dorg.sqlite.lib.path=$home/lib/kabar" \
  ${KABAR_JAVA_OPTS:-} -m "$main" "$@"
