internal import GRDB

/// The tables of the SQLite store, as plain SQL.
///
/// A migration that has been shipped never changes, and speaks no type of the program: a store made by any earlier
/// version must come out the same. A change is a new migration.
///
/// - Instants are whole milliseconds since 1970 (UTC), days are days since 1970.
/// - An exact decimal is two columns: coefficient and scale.
/// - A period is one number: its kind × 10 000 000 + its year × 1000 + its place in the year.
/// - An import's hash is hexadecimal text, so that a receipt can be found with any SQLite tool.
enum Schema {
    /// Marks the file as ours in its header: "Peil" in ASCII.
    static let applicationID = 0x5065_696C

    /// Brings any earlier store up to this version.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: version1)
        }
        // Adds columns only: nothing that a table refers to changes, so no reference has to be checked again.
        migrator.registerMigration("2", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version2)
        }
        // What was told of an alert stands with its rule from here on; the table itself stays as it is.
        migrator.registerMigration("3", foreignKeyChecks: .immediate) { db in
            try FactsOfVersion2.migrate(db)
            try db.execute(sql: version3)
        }
        // Adds columns only.
        migrator.registerMigration("4", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version4)
        }
        // Adds columns and a table only.
        migrator.registerMigration("5", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version5)
        }
        // Adds a column and its index only.
        migrator.registerMigration("6", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version6)
        }
        // Adds columns and tables, and draws one index anew.
        migrator.registerMigration("7", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version7)
        }
        // Adds columns, a table and indexes only.
        migrator.registerMigration("8", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version8)
        }
        // Marks series only.
        migrator.registerMigration("9", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version9)
        }
        // Adds a table only.
        migrator.registerMigration("12", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version12)
        }
        // Adds columns only.
        migrator.registerMigration("13", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version13)
        }
        // Adds tables only.
        migrator.registerMigration("14", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version14)
        }
        // Adds a table only.
        migrator.registerMigration("15", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version15)
        }
        // Adds columns, a table and indexes only.
        migrator.registerMigration("16", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version16)
        }
        // Adds columns, indexes and a table only.
        migrator.registerMigration("18", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version18)
        }
        // Adds an index only.
        migrator.registerMigration("19", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version19)
        }
        // Adds an index only.
        migrator.registerMigration("20", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version20)
        }
        // Adds an index only.
        migrator.registerMigration("21", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version21)
        }
        // Adds an index and a table only.
        migrator.registerMigration("22", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version22)
        }
        // Adds a column only.
        migrator.registerMigration("23", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: version23)
        }
        return migrator
    }

    private static let version1 = [header1, series1, imports1, episodes1, messages1, digests1].joined(separator: "\n")

    // What is reported of a milestone. Both tables alike, at the end: a revision is moved from one to the other as it is.
    private static let version2 = """
        ALTER TABLE observation ADD COLUMN milestoneStatus INTEGER;
        ALTER TABLE observation ADD COLUMN expectedDay INTEGER;
        ALTER TABLE revisedObservation ADD COLUMN milestoneStatus INTEGER;
        ALTER TABLE revisedObservation ADD COLUMN expectedDay INTEGER;
        """

    // Most ticks find nothing urgent: the index holds nothing but what is to be found.
    private static let version3 = """
        UPDATE event SET kind = 'released' WHERE kind = 'reminded';
        CREATE INDEX noticeUrgent ON notice (event) WHERE isTold = 0 AND isUrgent = 1;
        """

    // What the receipt of an import names beside its counts, as JSON, and the claim that its file was held by: a crash
    // between commit and receipt must not lose what the receipt has to tell.
    private static let version4 = """
        ALTER TABLE import ADD COLUMN claim TEXT;
        ALTER TABLE import ADD COLUMN list TEXT;
        CREATE INDEX importClaim ON import (claim) WHERE claim IS NOT NULL;
        """

    // What an administrator decided on a mail that waits or failed. `said` is the relay's own reply to an attempt;
    // `requeuedAt` is the moment from which the lifetime of a mail counts that is tried again.
    private static let version5 = """
        ALTER TABLE message ADD COLUMN isDropped INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE message ADD COLUMN requeuedAt INTEGER;
        ALTER TABLE attempt ADD COLUMN said TEXT;
        CREATE INDEX messageUndelivered ON message (id) WHERE folder <> 'sent' AND isDropped = 0;
        CREATE TABLE queueOrder (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message (id),
            verb TEXT NOT NULL,
            at INTEGER NOT NULL,
            orderedBy TEXT NOT NULL,
            why TEXT NOT NULL
        ) STRICT;
        CREATE INDEX queueOrderMessage ON queueOrder (message);
        CREATE INDEX toldFailureMessage ON toldFailure (message);
        """

    // As of which moment a series was judged: one that lies ahead of the clock was judged by a clock that ran ahead.
    private static let version6 = """
        ALTER TABLE series ADD COLUMN judgedAt INTEGER;
        CREATE INDEX seriesJudged ON series (judgedAt) WHERE judgedAt IS NOT NULL;
        """

    private static let header1 = "PRAGMA application_id = 1348823404;"

    // A series is marked while `mark` differs from `judgedMark`. Marks only grow, so a mark read earlier never looks like
    // a later one. `markedBy` is the import that marked it last, which need not mark it for each of its rows.
    private static let series1 = """
        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            indicator TEXT NOT NULL,
            area TEXT NOT NULL,
            breakdown TEXT NOT NULL,
            mark INTEGER NOT NULL DEFAULT 0,
            judgedMark INTEGER NOT NULL DEFAULT 0,
            markedBy INTEGER,
            nextReview INTEGER,
            UNIQUE (indicator, area, breakdown)
        ) STRICT;
        CREATE INDEX seriesMarked ON series (id) WHERE mark <> judgedMark;
        CREATE INDEX seriesReview ON series (nextReview) WHERE nextReview IS NOT NULL;

        CREATE TABLE expectation (
            series INTEGER PRIMARY KEY REFERENCES series (id),
            fingerprint TEXT NOT NULL
        ) STRICT;
        CREATE TABLE definition (
            indicator TEXT NOT NULL PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            adoptedAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    private static let imports1 = """
        CREATE TABLE import (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL,
            fileName TEXT NOT NULL,
            byteCount INTEGER NOT NULL,
            at INTEGER NOT NULL,
            profile TEXT,
            refusal TEXT,
            rowCount INTEGER NOT NULL DEFAULT 0,
            takenCount INTEGER NOT NULL DEFAULT 0,
            revisedCount INTEGER NOT NULL DEFAULT 0,
            unchangedCount INTEGER NOT NULL DEFAULT 0,
            skippedCount INTEGER NOT NULL DEFAULT 0,
            faultCount INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE UNIQUE INDEX importAcceptedOnce ON import (hash) WHERE refusal IS NULL;

        CREATE TABLE observation (
        \(observationColumns1)
            PRIMARY KEY (series, period)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE revisedObservation (
        \(observationColumns1)
            PRIMARY KEY (series, period, revision)
        ) STRICT, WITHOUT ROWID;
        """

    // No foreign keys here: a row is only ever written by an import, for ids that it holds in its hands; looking both up
    // again for every row would cost an import more than it could ever find.
    private static let observationColumns1 = """
            series INTEGER NOT NULL,
            period INTEGER NOT NULL,
            coefficient INTEGER NOT NULL,
            scale INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            import INTEGER NOT NULL,
            line INTEGER NOT NULL,
            status INTEGER NOT NULL,
            lowCoefficient INTEGER,
            lowScale INTEGER,
            highCoefficient INTEGER,
            highScale INTEGER,
            sampleSize INTEGER,
            source TEXT,
            referenceDay INTEGER,
            note TEXT,
        """

    private static let episodes1 = """
        CREATE TABLE episode (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            series INTEGER NOT NULL REFERENCES series (id),
            rule TEXT NOT NULL,
            number INTEGER NOT NULL,
            openedAt INTEGER NOT NULL,
            closedAt INTEGER,
            facts TEXT NOT NULL,
            UNIQUE (series, rule, number)
        ) STRICT;
        CREATE UNIQUE INDEX episodeOpenOnce ON episode (series, rule) WHERE closedAt IS NULL;
        CREATE INDEX episodeOpened ON episode (openedAt);

        CREATE TABLE event (
            seq INTEGER PRIMARY KEY,
            episode INTEGER NOT NULL REFERENCES episode (id),
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            closedAt INTEGER,
            facts TEXT NOT NULL
        ) STRICT;
        CREATE INDEX eventEpisode ON event (episode);
        """

    // The bytes of a message stand apart, so that noting an attempt does not write them again.
    private static let messages1 = """
        CREATE TABLE message (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            subscription TEXT NOT NULL,
            recipient TEXT NOT NULL,
            sender TEXT NOT NULL,
            subject TEXT NOT NULL,
            messageID TEXT NOT NULL,
            createdAt INTEGER NOT NULL,
            folder TEXT NOT NULL,
            placed TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            lastAttempt INTEGER REFERENCES attempt (id),
            nextAttemptAt INTEGER,
            leaseUntil INTEGER
        ) STRICT;
        CREATE INDEX messageDue ON message (nextAttemptAt) WHERE folder = 'new';
        CREATE INDEX messageFailed ON message (lastAttempt) WHERE folder = 'failed';
        CREATE INDEX messageToPlace ON message (id) WHERE placed IS NOT folder;

        CREATE TABLE messageContent (
            message INTEGER PRIMARY KEY REFERENCES message (id),
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message (id),
            at INTEGER NOT NULL,
            result TEXT NOT NULL,
            retryAt INTEGER,
            reason TEXT NOT NULL,
            reply TEXT NOT NULL
        ) STRICT;
        CREATE INDEX attemptMessage ON attempt (message);
        """

    private static let digests1 = """
        CREATE TABLE subscription (
            name TEXT NOT NULL PRIMARY KEY,
            lastSlot TEXT NOT NULL,
            sinceAttempt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE notice (
            id INTEGER PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (seq),
            subscription TEXT NOT NULL,
            isUrgent INTEGER NOT NULL,
            isTold INTEGER NOT NULL,
            message INTEGER REFERENCES message (id),
            UNIQUE (event, subscription)
        ) STRICT;
        CREATE INDEX noticeWaiting ON notice (subscription, event) WHERE isTold = 0;
        CREATE TABLE toldFailure (
            subscription TEXT NOT NULL,
            message INTEGER NOT NULL REFERENCES message (id),
            PRIMARY KEY (subscription, message)
        ) STRICT, WITHOUT ROWID;
        """
}
