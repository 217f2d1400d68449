/** Version of the tables. A server refuses a database of a later version. */
export const SCHEMA_VERSION = 2;

/**
 * Tables of the contributions. A withdrawal deletes a row of `contributions` with its photographs; the row of
 * `submissions` stays, without content, so that a late retry does not restore it.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (
  name TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS submissions (
  contribution TEXT PRIMARY KEY CHECK (length(contribution) > 0),
  idempotency_key TEXT NOT NULL UNIQUE CHECK (length(idempotency_key) > 0),
  token TEXT NOT NULL UNIQUE CHECK (length(token) > 0),
  fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL,
  lang TEXT NOT NULL,
  withdrawn TEXT,
  CHECK (withdrawn IS NULL OR fingerprint = '')
) STRICT;

CREATE TABLE IF NOT EXISTS contributions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE REFERENCES submissions (contribution),
  state TEXT NOT NULL CHECK (state IN ('pending', 'published', 'refused')),
  record TEXT NOT NULL CHECK (json_valid(record)),
  search TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS contributions_by_state ON contributions (state, number);

CREATE TABLE IF NOT EXISTS pictures (
  name TEXT PRIMARY KEY CHECK (length(name) > 0),
  contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  alt TEXT,
  UNIQUE (contribution, position)
) STRICT;

CREATE TABLE IF NOT EXISTS moderation_log (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  contribution TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('received', 'published', 'refused', 'withdrawn', 'replied'))
) STRICT;

-- Files of withdrawn contributions that are still to be deleted.
CREATE TABLE IF NOT EXISTS erasures (
  name TEXT PRIMARY KEY
) STRICT;

INSERT OR IGNORE INTO meta (name, value) VALUES ('schema', ${SCHEMA_VERSION}), ('revision', 0);
`;

/** Changes of the tables by version: from the version before to this one. */
export const MIGRATIONS: Readonly<Record<number, string>> = {
  // The log also has replies of the team.
  2: `
ALTER TABLE moderation_log RENAME TO moderation_log_1;
CREATE TABLE moderation_log (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  contribution TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('received', 'published', 'refused', 'withdrawn', 'replied'))
) STRICT;
INSERT INTO moderation_log SELECT * FROM moderation_log_1;
DROP TABLE moderation_log_1;`,
};
