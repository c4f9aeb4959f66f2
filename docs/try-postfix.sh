#!/bin/bash
# Sends one issue of the samples to a hundred mailboxes of a real Postfix on this machine, by STARTTLS, and
# counts what arrived. Needs root, Debian's package postfix and openssl; changes nothing of the system:
# Postfix runs with a configuration, a queue and mailboxes of its own in a temporary folder, on 127.0.0.1, port 2525.
#
#     docs/try-postfix.sh [FOLDER]      keeps one message and the log in FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

people=100
keep=${1:-}
work=$(mktemp -d /tmp/octavo-postfix.XXXXXX)
chmod 755 "$work"
finish() {
    postfix -c "$work/etc" stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap finish EXIT

mkdir -p "$work"/{etc,queue,data,mail,letter}
chown postfix "$work/data"
chmod 1777 "$work/mail"
mailname=mail.port-ellery.example

# A certificate for this one run, and a trust store that believes in it.
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=localhost" -addext "subjectAltName=DNS:localhost" \
    -keyout "$work/etc/key.pem" -out "$work/etc/cert.pem" 2>/dev/null
keytool -importcert -noprompt -alias relay -file "$work/etc/cert.pem" -keystore "$work/trust.p12" \
    -storepass changeit -storetype PKCS12 >/dev/null 2>&1

cp /etc/postfix/master.cf.proto "$work/etc/master.cf" 2>/dev/null || cp /usr/share/postfix/master.cf.dist "$work/etc/master.cf"
sed -i -E 's/^smtp +inet .*/127.0.0.1:2525 inet n - n - - smtpd/; s/^([a-z]+ +(unix|fifo) +[-ny] +[-ny] +)[-y]( )/\1n\3/' \
    "$work/etc/master.cf"
# Their names; one is not in ASCII (SMTPUTF8).
boxes() { seq -f 'p%g' 2 $people; echo 'jörg'; }
boxes | sed 's|.*|&@port-ellery.example &/|' >"$work/etc/mailboxes"
cat >"$work/etc/main.cf" <<EOF
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
mail_owner = postfix
myhostname = $mailname
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
maillog_file = $work/mail.log
maillog_file_prefixes = /tmp
virtual_mailbox_domains = port-ellery.example
virtual_mailbox_maps = texthash:$work/etc/mailboxes
virtual_mailbox_base = $work/mail
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
smtpd_tls_cert_file = $work/etc/cert.pem
smtpd_tls_key_file = $work/etc/key.pem
smtpd_tls_security_level = encrypt
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = yes
EOF
postfix -c "$work/etc" start >/dev/null 2>&1
for _ in $(seq 50); do
    (exec 3<>/dev/tcp/127.0.0.1/2525) 2>/dev/null && break
    sleep 0.1
done

# The samples, with this Postfix as their relay, and one address that it does not have.
cp -r samples/archive/. "$work/letter"
cat >>"$work/letter/octavo.toml" <<EOF

[delivery]
smtp-host = "localhost"
smtp-port = "2525"
smtp-security = "starttls"
bounces = "bounces@port-ellery.example"
EOF
{
    echo "email,name,language"
    boxes | awk '{ split("en de ar ja", languages); print $1 "@port-ellery.example,Reader " $1 "," languages[NR % 4 + 1] }'
    echo "nobody@port-ellery.example,Nobody,en"
} >"$work/people.csv"

octavo=$PWD/octavo
issue=$(cd samples/archive && ls content/letters/*.de.md | head -1)
cd "$work/letter"
export JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=$work/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
"$octavo" subscribers import "$work/people.csv" 2>&1 | grep -v JAVA_TOOL
"$octavo" send "$issue" --yes 2>&1 | grep -v JAVA_TOOL

count() { find "$work/mail" -path '*/new/*' -type f | wc -l; }
for _ in $(seq 100); do
    [ "$(count)" -ge $people ] && break
    sleep 0.1
done
filled=$(find "$work/mail" -path '*/new/*' -type f -printf '%h\n' | sort -u | wc -l)
twice=$(find "$work/mail" -path '*/new/*' -type f -printf '%h\n' | sort | uniq -d | wc -l)
echo
echo "Messages in mailboxes: $(count); mailboxes with one: $filled; with more than one: $twice; of $people."
"$octavo" campaigns show 1 2>&1 | grep -v JAVA_TOOL
echo "The one that Postfix does not know:"
"$octavo" subscribers show nobody@port-ellery.example 2>&1 | grep -v JAVA_TOOL
if [ -n "$keep" ]; then
    mkdir -p "$keep"
    cp "$(find "$work/mail/p4" "$work/mail/p8" -path '*/new/*' -type f | head -1)" "$keep/message.eml"
    cp "$work/mail.log" "$keep/mail.log"
fi
[ "$(count)" = $people ] && [ "$filled" = $people ] && [ "$twice" = 0 ]
