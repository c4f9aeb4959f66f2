-- What signs the messages of a campaign, so that another machine that sends the rest of it signs them as well.
ALTER TABLE campaign ADD COLUMN signatures {text} NOT NULL DEFAULT '';
