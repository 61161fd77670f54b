internal import Alerting
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func followedIndicators() async throws -> FollowedIndicators {
        try await read { db in
            var followed = FollowedIndicators()
            let rows = try db.each("SELECT recipient, indicator FROM followedIndicator") { row in
                (try row.value("recipient", as: String.self), IndicatorID(try row.value("indicator", as: String.self)))
            }
            for (recipient, indicator) in rows {
                if recipient.isEmpty {
                    followed.ofEarlierVersion.insert(indicator)
                } else {
                    followed.byRecipient[recipient, default: []].insert(indicator)
                }
            }
            return followed
        }
    }

    package func adopt(followed: [String: Set<IndicatorID>]) async throws {
        try await write { db in
            for (recipient, indicators) in followed { _ = try FollowingRows(db: db).add(indicators, to: recipient) }
            try db.run("DELETE FROM followedIndicator WHERE recipient = ''")
        }
    }

    package func commit(opening: OpeningCommit) async throws {
        try await transaction { db in
            let message = try opening.message.map(MessageRows(db: db).add)
            let added = try FollowingRows(db: db).add(opening.indicators, to: opening.recipient)
            let told = try opening.notices.reduce(0) { told, notice in
                try told + DigestRows(db: db, subscription: notice.subscription).tell(notice.event, in: message)
            }
            for known in opening.known {
                try DigestRows(db: db, subscription: known.subscription).noteTold(known.episode, in: message)
            }
            return ((), added + told > 0 ? .commit : .rollback)
        }
    }
}

/// The rows of who follows what.
private struct FollowingRows {
    let db: Database

    /// Gives the number of those that are new.
    func add(_ indicators: Set<IndicatorID>, to recipient: String) throws -> Int {
        // In order, so that the same work makes the same store.
        try indicators.sorted().reduce(0) { added, indicator in
            try db.run(
                "INSERT INTO followedIndicator (recipient, indicator) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [recipient, indicator.description.composed]
            )
            return added + db.changesCount
        }
    }
}
