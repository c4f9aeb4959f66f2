-- One issue to one list. total is how many recipients were frozen; the states of its deliveries add up to it.
CREATE TABLE campaign (
    id {id},
    issue {text} NOT NULL,
    list {long} NOT NULL REFERENCES list (id),
    chosen {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('READY', 'RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED')),
    total {long} NOT NULL,
    created {long} NOT NULL,
    started {long},
    finished {long}
) {strict};

-- One recipient of a campaign, and what became of it. Its subscriber may be erased later, so nothing is referenced:
-- the row stays, and with it the sums.
CREATE TABLE delivery (
    campaign {long} NOT NULL REFERENCES campaign (id),
    subscriber {long} NOT NULL,
    language {text} NOT NULL,
    state {text} NOT NULL
        CHECK (state IN ('PENDING', 'CLAIMED', 'ATTEMPTING', 'ACCEPTED', 'REJECTED', 'IN_DOUBT', 'EXPIRED', 'CANCELLED')),
    owner {text},
    fence {long} NOT NULL DEFAULT 0,
    lease_until {long},
    attempts {long} NOT NULL DEFAULT 0,
    next_at {long} NOT NULL DEFAULT 0,
    changed {long} NOT NULL,
    reply {text},
    message_id {text},
    PRIMARY KEY (campaign, subscriber)
) {keyed};

-- What a sender takes next.
CREATE INDEX delivery_due ON delivery (campaign, next_at) WHERE state = 'PENDING';

-- What a sender holds, to be put back when its lease is over.
CREATE INDEX delivery_held ON delivery (campaign, lease_until) WHERE state IN ('CLAIMED', 'ATTEMPTING');
