#!/bin/bash
# Octavo beside pandoc, WeasyPrint and Chromium on the same year of issues, in one run, each in a process of its own.
# Call: docs/measure.sh ARCHIVE YEAR ANCHORS [RUNS]
#   ARCHIVE  a Hugo archive; YEAR of it, in English
#   ANCHORS  a script that makes the same year by other tools: called with ARCHIVE YEAR OUTDIR, it prints a table
#            of step, CPU seconds, wall seconds, memory in MiB, result in KiB, exit status
#   RUNS     how often each is measured (5); the table shows the median
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
archive=$1 year=$2 anchors=$3 runs=${4:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measured NAME COMMAND...: one row of NAME, CPU, wall, MiB, exit status into $work/rows
measured() {
  local name=$1 status=0
  shift
  /usr/bin/time -o "$work/time" -f '%U %S %e %M' "$@" > "$work/log" 2>&1 || status=$?
  awk -v name="$name" -v status="$status" 'NF == 4 { printf "%s %.2f %.2f %.0f %d\n", name, $1 + $2, $3, $4 / 1024, status }' \
    "$work/time" >> "$work/rows"
}


"$here/octavo" --version > /dev/null # the first use builds
for _ in $(seq "$runs"); do
  for format in pdf epub; do
    rm -rf "$work/cache-$format" "$work/out"
    measured "octavo-$format-first" "$here/octavo" build "$archive" --year "$year" --lang en -t $format \
      -o "$work/out" --cache "$work/cache-$format" --quiet
    measured "octavo-$format-again" "$here/octavo" build "$archive" --year "$year" --lang en -t $format \
      -o "$work/out" --cache "$work/cache-$format" --quiet
  done
  "$anchors" "$archive" "$year" "$work/anchors" |
    awk 'NF == 6 && $2 ~ /^[0-9.]+$/ { print $1, $2, $3, $4, $6 }' >> "$work/rows"
done

python3 - "$work/rows" <<'PYTHON'
import statistics, sys
rows = {}
for line in open(sys.argv[1]):
    name, cpu, wall, mib, status = line.split()
    rows.setdefault(name, []).append((float(cpu), float(wall), float(mib), int(status)))
median = {name: [statistics.median(run[i] for run in runs) for i in range(3)] for name, runs in rows.items()}
# An HTML step comes before each of the anchors' PDFs.
for pdf in ("weasyprint-pdf", "chromium-pdf"):
    if pdf in median and "pandoc-html" in median:
        a, b = median["pandoc-html"], median[pdf]
        median["pandoc+" + pdf] = [a[0] + b[0], a[1] + b[1], max(a[2], b[2])]
base = {"pdf": "pandoc+weasyprint-pdf", "epub": "pandoc-epub"}
print("| what | CPU, ratio | wall, ratio | memory, MiB | failed |")
print("|---|---|---|---|---|")
for name, (cpu, wall, mib) in median.items():
    anchor = median.get(base["epub" if "epub" in name else "pdf"])
    ratio = (f"{cpu / anchor[0]:.2f}", f"{wall / anchor[1]:.2f}") if anchor else ("-", "-")
    print(f"| {name} | {ratio[0]} | {ratio[1]} | {mib:.0f} | {sum(1 for run in rows.get(name, []) if run[3])} |")
PYTHON
