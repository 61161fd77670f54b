/// Stores as earlier versions of Peilwacht made them.
///
/// They are in use somewhere: these texts never change.
enum GoldenSchema {
    /// What the first version made of an empty file.
    static let version1 = """
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
            PRIMARY KEY (series, period)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE revisedObservation (
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
            PRIMARY KEY (series, period, revision)
        ) STRICT, WITHOUT ROWID;
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

    /// What the second version added to the first.
    static let version2Change = """
        ALTER TABLE observation ADD COLUMN milestoneStatus INTEGER;
        ALTER TABLE observation ADD COLUMN expectedDay INTEGER;
        ALTER TABLE revisedObservation ADD COLUMN milestoneStatus INTEGER;
        ALTER TABLE revisedObservation ADD COLUMN expectedDay INTEGER;
        """

    /// Something in every table that is read again.
    static let rows1 = """
        INSERT INTO series VALUES (1, 'wmo-maatwerk', 'GM0303', '', 2, 1, 2, NULL);
        INSERT INTO import VALUES (1, 'a', 'a.csv', 100, 1775023200000, 'plain', NULL, 1, 1, 0, 0, 0, 0);
        INSERT INTO import VALUES (2, 'b', 'b.csv', 100, 1775023260000, NULL, NULL, 1, 0, 1, 0, 0, 0);
        INSERT INTO import VALUES (3, 'c', 'c.pdf', 100, 1775023260000, NULL, 'file-is-pdf', 0, 0, 0, 0, 0, 0);
        INSERT INTO revisedObservation VALUES
            (1, 12024001, 112, 0, 1, 1, 2, 1, NULL, NULL, NULL, NULL, NULL, 'CBS', NULL, NULL);
        INSERT INTO observation VALUES
            (1, 12024001, 1075, 1, 2, 2, 3, 0, 1000, 1, 12, 0, 1204, 'CBS', 20000, 'noot');
        INSERT INTO episode VALUES (1, 'target:wmo-maatwerk/GM0303#1', 1, 'target', 1, 1775023200000, NULL, '\(facts)');
        INSERT INTO event VALUES (1, 1, 'opened', 1775023200000, NULL, '\(facts)');
        INSERT INTO subscription VALUES ('raad', '2026-04-01T07:00', 0);
        INSERT INTO notice VALUES (1, 1, 'raad', 0, 0, NULL);
        INSERT INTO message VALUES
            (1, 'm', 'raad', 'raad@example.org', 'peilwacht@example.org', '[Rood] m', '<m@example.org>', 1775023200000, 'failed',
            'new', 0, NULL, NULL, NULL);
        INSERT INTO messageContent VALUES (1, x'41');
        INSERT INTO attempt VALUES (1, 1, 1775023200000, 'failed', NULL, 'recipient-refused', '550 no');
        UPDATE message SET attempts = 1, lastAttempt = 1;
        """

    /// Rows as the second version wrote them, after those of the first.
    static let rows2 = """
        INSERT INTO series VALUES (2, 'inloophuis', 'GM0303', '', 2, 2, 2, NULL);
        INSERT INTO revisedObservation VALUES
            (2, 72026090, 0, 0, 1, 1, 3, 0, NULL, NULL, NULL, NULL, NULL, NULL, 20543, 'wacht', 3, 20819);
        INSERT INTO observation VALUES
            (2, 72026090, 0, 0, 2, 2, 2, 0, NULL, NULL, NULL, NULL, NULL, 'project', 20543, NULL, 7, NULL);
        """

    /// What the third version added to the second.
    static let version3Change = """
        CREATE INDEX noticeUrgent ON notice (event) WHERE isTold = 0 AND isUrgent = 1;
        """

    /// The rows of the first version as the third left them: the numbers of an alert stand with their rule.
    static let rows3 = """
        UPDATE episode SET facts = '\(facts3)';
        UPDATE event SET facts = '\(facts3)';
        """

    private static let facts3 = """
        {"about":{"areaName":"Dronten","isDerived":false,"package":"6N","packageTitle":"Maatwerk","programme":"6",\
        "programmeTitle":"Sociaal domein","title":"Wmo-maatwerk","unit":"per 1000"},"evidence":{"evidence":\
        {"comparisons":[{"bound":{"comparator":"<","value":"108"},"goal":"6N-2","isInterpolated":false,\
        "isRelative":false,"notation":"<108","period":"2026","standing":"own-period","verdict":"missed-warning"}]},\
        "rule":"target","version":1},"severity":"warning","value":{"amount":"112","isProvisional":false,"revision":1}}
        """

    /// What an import named beside its counts, as the fourth version keeps it.
    static let list4 = #"""
        {"faults":[{"cell":"é\"","column":"gebied","detail":{"nearest":{"_0":"matig"}},"line":0,\#
        "reason":"unknown-area"},{"cell":"é\"","column":"gebied","detail":{"unit":{"_0":"%"}},"line":1,\#
        "reason":"unknown-area"},{"cell":"é\"","column":"gebied","detail":{"range":{"_0":{"minimum":"0"},\#
        "_1":"per 1000"}},"line":2,"reason":"unknown-area"},{"cell":"é\"","column":"gebied",\#
        "detail":{"periodKind":{"expected":"school-year","found":"year"}},"line":3,"reason":"unknown-area"},\#
        {"cell":"é\"","column":"gebied","detail":{"inputs":{"_0":["matig","sterk"]}},"line":4,\#
        "reason":"unknown-area"},{"cell":"é\"","column":"gebied","detail":{"otherRow":{"line":3,"text":"7,0"}},\#
        "line":5,"reason":"unknown-area"},{"cell":"é\"","column":"gebied",\#
        "detail":{"requiredColumns":{"_0":"milestone"}},"line":6,"reason":"unknown-area"},{"cell":"é\"",\#
        "column":"gebied","detail":{"counts":{"expected":3,"found":4}},"line":7,"reason":"unknown-area"},\#
        {"cell":"é\"","column":"gebied","detail":{"splitNumber":{}},"line":8,"reason":"unknown-area"},{"cell":"é\"",\#
        "column":"gebied","detail":{"looksLike":{"_0":"less-than"}},"line":9,"reason":"unknown-area"}],\#
        "revisions":[{"new":"8","newReport":{"status":"gereed"},"old":"7.0","oldReport":{"expected":"2027-01-01",\#
        "status":"vertraagd"},"period":"2024","series":{"area":"GM0303","breakdown":"leeftijd=65+",\#
        "indicator":"wmo"}}],"skips":{"no-value":{"count":1,"lines":[9]}}}
        """#

    private static let facts = """
        {"areaName":"Dronten","isDerived":false,"isProvisional":false,"overduePeriods":[],"package":"6N",\
        "packageTitle":"Maatwerk","programme":"6","programmeTitle":"Sociaal domein","reason":"target-missed",\
        "revision":1,"severity":"warning","targets":[{"bound":"< 108 per 1000","goal":"6N-2","notation":"<108",\
        "period":"2026"}],"title":"Wmo-maatwerk","unit":"per 1000","value":"112"}
        """
}
