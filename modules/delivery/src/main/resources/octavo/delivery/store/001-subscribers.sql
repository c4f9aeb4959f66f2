-- Words in braces are put in by the dialect. Times are milliseconds since 1970, by the database's clock.

-- What belongs to this store alone: the salt of its hashes, where it moved to.
CREATE TABLE meta (
    name {text} PRIMARY KEY,
    value {text} NOT NULL
) {strict};

CREATE TABLE list (
    id {id},
    name {text} NOT NULL UNIQUE
) {strict};

-- A person. address_key is the address by which two spellings are one person.
CREATE TABLE subscriber (
    id {counted},
    email {text} NOT NULL,
    address_key {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    language {text} NOT NULL,
    attributes {text} NOT NULL,
    created {long} NOT NULL
) {strict};

-- A person on a list, as it stands now: since when on the list, since when in this state, and why.
CREATE TABLE subscription (
    list {long} NOT NULL REFERENCES list (id),
    subscriber {long} NOT NULL REFERENCES subscriber (id),
    state {text} NOT NULL
        CHECK (state IN ('pending', 'active', 'unsubscribed', 'bounced', 'complained', 'suppressed')),
    since {long} NOT NULL,
    changed {long} NOT NULL,
    cause {text} NOT NULL,
    PRIMARY KEY (subscriber, list)
) {keyed};

-- What a subscription said before: with its row of today, all that it ever was.
CREATE TABLE history (
    id {id},
    list {long} NOT NULL REFERENCES list (id),
    subscriber {long} NOT NULL REFERENCES subscriber (id),
    state {text} NOT NULL,
    changed {long} NOT NULL,
    cause {text} NOT NULL
) {strict};

CREATE INDEX history_subscriber ON history (subscriber);

-- Who is never written to again. Only a hash, so that it can remember those who asked to be forgotten.
CREATE TABLE suppression (
    hash {text} PRIMARY KEY,
    since {long} NOT NULL,
    cause {text} NOT NULL
) {keyed};
