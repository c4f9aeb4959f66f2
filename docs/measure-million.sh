#!/bin/bash
# A large list through the launcher, into Postfix's smtp-sink: how long the import takes, how soon after the confirmation
# the first message is out, and the most memory that the sender had.
# Call: docs/measure-million.sh [PEOPLE] [SECONDS]      sends for SECONDS, then stops as Ctrl-C does
# Needs Debian's packages postfix, time and sqlite3.
set -euo pipefail
cd "$(dirname "$0")/.."
people=${1:-1000000} seconds=${2:-60}
port=2628
octavo=$PWD/octavo
work=$(mktemp -d /var/tmp/octavo-million.XXXXXX)
/usr/sbin/smtp-sink -u nobody 127.0.0.1:$port 400 &
sink=$!
trap 'kill $sink 2>/dev/null; rm -rf "$work"' EXIT

cp -r samples/archive/. "$work"
cat >>"$work/octavo.toml" <<EOF

[delivery]
smtp-host = "127.0.0.1"
smtp-port = "$port"
smtp-security = "none"
bounces = "bounces@port-ellery.example"
EOF
awk -v n="$people" 'BEGIN { print "email,name,language,town"; for (i = 1; i <= n; i++)
    printf "reader%d@d%d.example,Reader %d,%s,Town %d\n", i, i % 997, i, (i % 3 ? "en" : "de"), i % 50 }' >"$work/people.csv"
issue=$(cd "$work" && ls content/letters/*.de.md | head -1)
cd "$work"
"$octavo" --version >/dev/null
begun=$(date +%s%N)
"$octavo" subscribers import people.csv --quiet
echo "import of $people rows: $(($(date +%s%N) / 1000000 - begun / 1000000)) ms"
/usr/bin/time -f '%M' -o memory timeout --preserve-status -s INT "$seconds" "$octavo" send "$issue" --yes --json \
    2>send.err | while IFS= read -r line; do echo "$(date +%s%N) $line"; done >events || true
python3 - <<'PYTHON'
import json, sqlite3
events = [line.split(" ", 1) for line in open("events")]
at = {}
for stamp, text in events:
    at.setdefault(json.loads(text)["event"], int(stamp))
db = sqlite3.connect("octavo.db")
created, = db.execute("select created from campaign").fetchone()
first, = db.execute("select min(changed) from delivery where state = 'ACCEPTED'").fetchone()
sent, = db.execute("select count(*) from delivery where state = 'ACCEPTED'").fetchone()
print(f"first message accepted {first - at['plan'] // 1000000} ms after the plan was shown and confirmed")
print(f"accepted in this time: {sent}")
PYTHON
echo "most memory of the sender: $(($(tail -1 memory) / 1024)) MiB"
