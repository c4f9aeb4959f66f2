#!/bin/bash
# What a digest of 1, 10 and 100 issues costs: the English issues of a year, repeated.
# Call: docs/grow.sh ARCHIVE YEAR [FORMAT]
#   ARCHIVE  a Hugo archive; YEAR of it, in English
#   FORMAT   pdf, if not given
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
archive=$(cd "$1" && pwd) year=$2 format=${3:-pdf}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# repeated COUNT: an archive of so many issues in $work/COUNT
repeated() {
  local folder=$work/$1 files=()
  mapfile -t files < <("$here/octavo" list "$archive" --year "$year" --lang en | awk '{ print $3 }')
  for name in "$archive"/*; do
    [ "$(basename "$name")" = content ] || { mkdir -p "$folder" && ln -s "$name" "$folder"; }
  done
  for ((i = 0; i < $1; i++)); do
    local file=${files[i % ${#files[@]}]}
    mkdir -p "$folder/$(dirname "$file")"
    cp "$archive/$file" "$folder/${file%.md}-$i.md"
  done
}

"$here/octavo" --version > /dev/null # the first use builds
echo "issues  wall s  cpu s  MiB  KiB"
for count in 1 10 100; do
  repeated "$count"
  for _ in 1 2 3; do # the last counts: pictures are kept by then
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$here/octavo" build "$work/$count" --year "$year" --lang en -t "$format" \
      -o "$work/out-$count" --cache "$work/cache" --quiet > "$work/log"
  done
  awk -v n="$count" -v kib="$(cat "$work/out-$count"/* | wc -c)" \
    '{ printf "%6d  %6.2f  %5.2f  %3d  %d\n", n, $1, $2 + $3, $4 / 1024, kib / 1024 }' "$work/time"
done
