#!/bin/bash
# Messages a second into Postfix's smtp-sink, in one run: Octavo with its journal, the same with DKIM signatures, a sender
# that makes a MimeMessage for each recipient and keeps no journal, and Postfix's own smtp-source. All take turns.
# Call: docs/measure-delivery.sh [MESSAGES] [CONNECTIONS] [ROUNDS]
# Needs a built project (mvn verify), JAVA_HOME with a JDK 25, Debian's package postfix.
set -euo pipefail
cd "$(dirname "$0")/.."
messages=${1:-40000} connections=${2:-8} rounds=${3:-3}
port=2627
work=$(mktemp -d)
/usr/sbin/smtp-sink -u nobody 127.0.0.1:$port 400 &
sink=$!
trap 'kill $sink 2>/dev/null; rm -rf "$work"' EXIT

classes="modules/delivery/target/test-classes:modules/cli/target/octavo.jar:modules/cli/target/lib/*"
# As the launcher starts it; the MimeMessage sender is better off with what the JVM takes by itself.
launched="-XX:CompileThresholdScaling=2 -XX:+UseTransparentHugePages -XX:ReservedCodeCacheSize=128m -XX:C1MaxInlineSize=15
    -XX:MaxNewSize=64m"
speed() {
    local options=$launched
    [ "$1" != mime ] || options=
    # shellcheck disable=SC2086 # these are several words, or none
    "$JAVA_HOME/bin/java" $options -Xmx256m -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -cp "$classes" \
        octavo.delivery.send.SendingSpeed "$1" "$2" "$connections" $port "$work" 2>/dev/null | tail -1
}
postfix() {
    local begun end
    begun=$(date +%s%N)
    /usr/sbin/smtp-source -s "$connections" -l "$size" -m "$messages" -f a@example.org -t b@example.org 127.0.0.1:$port
    end=$(date +%s%N)
    echo $((messages * 1000000000 / (end - begun)))
}

size=$(speed size 1)
echo "$messages messages of $size bytes, $connections connections"
for _ in $(seq "$rounds"); do
    echo "journal $(speed journal "$messages")"
    echo "smtp-source $(postfix)"
    echo "signed $(speed signed $((messages / 4)))"
    echo "mimemessage $(speed mime $((messages / 2)))"
done | tee "$work/rows"
sort -k1,1 -k2,2n "$work/rows" | awk '
    { rate[$1, ++count[$1]] = $2 }
    END {
        for (name in count) median[name] = rate[name, int((count[name] + 1) / 2)]
        printf "medians: journal %d, smtp-source %d, signed %d, MimeMessage %d a second\n",
            median["journal"], median["smtp-source"], median["signed"], median["mimemessage"]
        printf "journal: %.2f of smtp-source, %.1f times MimeMessage; signed: %.1f times MimeMessage\n",
            median["journal"] / median["smtp-source"], median["journal"] / median["mimemessage"],
            median["signed"] / median["mimemessage"]
    }'
