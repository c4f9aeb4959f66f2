-- What a campaign needs beside its recipients: its title for the operator, when it may begin, why it stands still.
ALTER TABLE campaign ADD COLUMN title {text} NOT NULL DEFAULT '';

ALTER TABLE campaign ADD COLUMN starts {long} NOT NULL DEFAULT 0;

ALTER TABLE campaign ADD COLUMN cause {text} NOT NULL DEFAULT '';

-- Its finished messages: the second half of an issue is the same as the first, whatever the archive has become.
CREATE TABLE content (
    campaign {long} NOT NULL REFERENCES campaign (id),
    language {text} NOT NULL,
    subject {text} NOT NULL,
    template {bytes} NOT NULL,
    PRIMARY KEY (campaign, language)
) {strict};

-- Who of the list was left out when it was frozen, and why: with the total they add up to the list.
CREATE TABLE exclusion (
    campaign {long} NOT NULL REFERENCES campaign (id),
    reason {text} NOT NULL,
    people {long} NOT NULL,
    PRIMARY KEY (campaign, reason)
) {keyed};

-- Messages that were begun on a day (counted from 1970, UTC), where a relay takes only so many.
CREATE TABLE day (
    day {long} PRIMARY KEY,
    begun {long} NOT NULL
) {strict};

-- A sender takes what is due in this order, so that nothing has to be sorted.
DROP INDEX delivery_due;

CREATE INDEX delivery_due ON delivery (campaign, next_at, subscriber) WHERE state = 'PENDING';
