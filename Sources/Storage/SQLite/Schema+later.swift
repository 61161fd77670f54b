// The statements of the later versions, in their order.
extension Schema {
    // What was taken back, by whom and why. A row of either observation table that has a `withdrawal` was put there by it:
    // its value is that of the older revision that it `restores` or, where none is left, the one that does not hold any more.
    // `takenBack` names the revisions that one order took back; an import that was undone takes back all of its own.
    // The same content may be recorded again for rows that were never taken: then it `repeats` its first import.
    static let version7 = """
        CREATE TABLE withdrawal (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            orderedBy TEXT NOT NULL,
            why TEXT NOT NULL,
            import INTEGER REFERENCES import (id)
        ) STRICT;
        CREATE INDEX withdrawalImport ON withdrawal (import) WHERE import IS NOT NULL;
        CREATE TABLE takenBack (
            series INTEGER NOT NULL REFERENCES series (id),
            period INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            withdrawal INTEGER NOT NULL REFERENCES withdrawal (id),
            PRIMARY KEY (series, period, revision, withdrawal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX takenBackWithdrawal ON takenBack (withdrawal);
        ALTER TABLE observation ADD COLUMN withdrawal INTEGER;
        ALTER TABLE observation ADD COLUMN restores INTEGER;
        ALTER TABLE revisedObservation ADD COLUMN withdrawal INTEGER;
        ALTER TABLE revisedObservation ADD COLUMN restores INTEGER;
        CREATE INDEX observationWithdrawn ON observation (series) WHERE withdrawal IS NOT NULL;
        ALTER TABLE import ADD COLUMN repeats INTEGER REFERENCES import (id);
        ALTER TABLE import ADD COLUMN undoneBy INTEGER REFERENCES withdrawal (id);
        DROP INDEX importAcceptedOnce;
        CREATE UNIQUE INDEX importAcceptedOnce ON import (hash) WHERE refusal IS NULL AND repeats IS NULL;
        CREATE INDEX importAccepted ON import (hash) WHERE refusal IS NULL;
        """

    // What comes under watch, and what is edited. Every indicator of an earlier version is under watch already.
    // `definition.terms` says in words' material what its fingerprint was made of, `termsBefore` what held before the edit
    // that `edit` names (edited, withdrawn, returned), as long as it has not been dealt with; `isAway` says that the
    // configuration no longer has it. `series.isEdited`: 1 edited, 2 with values that had not been judged by then.
    // `refreshedFacts`: newer facts of an open episode, which no event tells, behind the last event of all by then.
    // `subscription.hours`: the hours of its digest when it was last seen, empty for none.
    static let version8 = """
        ALTER TABLE definition ADD COLUMN isOpening INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE definition ADD COLUMN isAway INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE definition ADD COLUMN edit TEXT;
        ALTER TABLE definition ADD COLUMN terms TEXT;
        ALTER TABLE definition ADD COLUMN termsBefore TEXT;
        ALTER TABLE series ADD COLUMN isEdited INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE subscription ADD COLUMN hours TEXT;
        CREATE TABLE refreshedFacts (
            id INTEGER PRIMARY KEY,
            episode INTEGER NOT NULL REFERENCES episode (id),
            at INTEGER NOT NULL,
            lastEvent INTEGER NOT NULL,
            facts TEXT NOT NULL
        ) STRICT;
        CREATE INDEX refreshedFactsEpisode ON refreshedFacts (episode, at);
        CREATE INDEX definitionOpening ON definition (indicator) WHERE isOpening = 1;
        CREATE INDEX definitionEdited ON definition (indicator) WHERE edit IS NOT NULL;
        CREATE INDEX seriesEdited ON series (id) WHERE isEdited <> 0;
        CREATE INDEX messageWaiting ON message (recipient, id) WHERE folder = 'new';
        """

    // Of a milestone whose date has passed and whose report is late there were two alerts: they are judged again, and the
    // one of the report goes on in the other.
    static let version9 = """
        UPDATE series SET mark = mark + 1 WHERE id IN (
            SELECT o.series FROM episode o JOIN episode m ON m.series = o.series
            WHERE o.rule = 'overdue' AND o.closedAt IS NULL AND m.rule = 'milestone' AND m.closedAt IS NULL
        );
        """

    // Of which indicators each recipient, by address, knows that they are watched. An earlier version did not keep that:
    // what it watched stands under no address, until the recipients are known.
    static let version12 = """
        CREATE TABLE followedIndicator (
            recipient TEXT NOT NULL,
            indicator TEXT NOT NULL,
            PRIMARY KEY (recipient, indicator)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO followedIndicator (recipient, indicator) SELECT '', indicator FROM definition WHERE isOpening = 0;
        """

    // The light that a series was judged to have, and what judging found the file of an import to change, as JSON: its
    // receipt tells that, also after a crash between the two.
    static let version13 = """
        ALTER TABLE series ADD COLUMN light TEXT;
        ALTER TABLE import ADD COLUMN effects TEXT;
        """

    // What the deliveries of each feed brought: which import has a row last, and the first of the imports that have rows in
    // common (`scope`). A row of `vanishedRow` was missing in a later delivery, until it was there again or was taken back.
    // No foreign keys in `feedRow`: it is written for every row of an import.
    static let version14 = """
        CREATE TABLE feed (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE feedRow (
            feed INTEGER NOT NULL,
            period INTEGER NOT NULL,
            series INTEGER NOT NULL,
            scope INTEGER NOT NULL,
            import INTEGER NOT NULL,
            PRIMARY KEY (feed, period, series)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE vanishedRow (
            id INTEGER PRIMARY KEY,
            series INTEGER NOT NULL REFERENCES series (id),
            period INTEGER NOT NULL,
            import INTEGER NOT NULL REFERENCES import (id),
            at INTEGER NOT NULL,
            clearedAt INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX vanishedRowOpen ON vanishedRow (series, period) WHERE clearedAt IS NULL;
        CREATE INDEX vanishedRowImport ON vanishedRow (import) WHERE clearedAt IS NULL;
        """

    // Who had values shown that are hidden from others, when, and by which command.
    static let version15 = """
        CREATE TABLE disclosure (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            seenBy TEXT NOT NULL,
            command TEXT NOT NULL
        ) STRICT;
        """

    // What people do with alerts, as JSON: of an episode what holds, of an event what held after it (`handling`), and what
    // it says of who did what and why (`note`). A silence is ended once: when its time has passed, or by somebody.
    static let version16 = """
        ALTER TABLE episode ADD COLUMN handling TEXT;
        ALTER TABLE event ADD COLUMN handling TEXT;
        ALTER TABLE event ADD COLUMN note TEXT;
        CREATE INDEX episodeHandled ON episode (id) WHERE closedAt IS NULL AND handling IS NOT NULL;
        CREATE TABLE silence (
            id INTEGER PRIMARY KEY,
            scope TEXT NOT NULL,
            fromAt INTEGER NOT NULL,
            untilAt INTEGER NOT NULL,
            orderedBy TEXT NOT NULL,
            why TEXT NOT NULL,
            at INTEGER NOT NULL,
            endedAt INTEGER,
            endedBy TEXT,
            endedWhy TEXT
        ) STRICT;
        CREATE INDEX silenceLeft ON silence (id) WHERE endedAt IS NULL;
        """

    // `parent` is the earlier mail that a mail follows up, `replaces` the one whose place it took when its address was
    // mended. What was told in a mail is found from either end. `relayTrouble`: a relay that takes no mail for now.
    static let version18 = """
        ALTER TABLE message ADD COLUMN parent INTEGER;
        ALTER TABLE message ADD COLUMN replaces INTEGER;
        CREATE INDEX messageOfSubscription ON message (subscription, id);
        CREATE INDEX messageOfRecipient ON message (recipient, id);
        CREATE INDEX messageByMessageID ON message (messageID);
        CREATE INDEX noticeOfMessage ON notice (message, event) WHERE message IS NOT NULL;
        CREATE TABLE relayTrouble (
            relay TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            since INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            until INTEGER NOT NULL,
            reason TEXT NOT NULL,
            reply TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    // A mail is found from the one whose place it took.
    static let version19 = """
        CREATE INDEX messageReplaces ON message (replaces) WHERE replaces IS NOT NULL;
        """

    // A page names the few series that deviate: without it, it would read all of those that do not (of 500,000 series 0.7 s
    // instead of 0.4 ms; it costs a series that begins or ends to deviate about a microsecond).
    static let version20 = """
        CREATE INDEX seriesDeviating ON series (light, indicator, area, breakdown) WHERE light IN ('red', 'amber');
        """

    // A page of the open alerts, the latest opened first, reads none of the many that have ended.
    static let version21 = """
        CREATE INDEX episodeOpenSince ON episode (openedAt) WHERE closedAt IS NULL;
        """

    // When mail was accepted last is found however many attempts failed since. `relayRecovery`: when a relay that had taken
    // nothing for a reason of ours took mail again.
    static let version22 = """
        CREATE INDEX attemptAccepted ON attempt (id) WHERE result = 'accepted';
        CREATE TABLE relayRecovery (
            relay TEXT NOT NULL PRIMARY KEY,
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    // What a mail said of a change, where that is not what the change says itself: what a reader was told last follows from it.
    static let version23 = """
        ALTER TABLE notice ADD COLUMN facts TEXT;
        """
}
