internal import Assessment
internal import Catalogue
internal import Feeds
internal import Indicators
internal import Storage

/// Says what may be told, by the configuration and by the values that hold.
///
/// It is asked whenever something is told: what the store keeps is exact, also of an indicator that did not count persons
/// when it was decided.
struct DisclosureLoader: Sendable {
    /// `nil`: there are no values.
    let store: (any JudgingStore)?
    let active: ActiveConfiguration
    /// How series would be, before those of the store.
    var overlay: [SeriesHistory] = []

    /// What may be told.
    ///
    /// - Parameter moment: where it is given, what was recorded later does not count.
    /// - Returns: what may be told; where nothing counts persons it costs nothing.
    /// - Throws: `StoreError`.
    func disclosure(recordedBy moment: Instant? = nil) async throws -> Disclosure {
        let persons = try await persons()
        guard !persons.isEmpty else { return Disclosure(persons, histories: []) }
        let loader = SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            recordedBy: moment,
            overlaying: overlay
        )
        let keys = Set(try await loader.allKeys() + overlay.map(\.key)).filter(persons.contains)
        return Disclosure(persons, histories: try await loader.subjects(for: keys.sorted()).map(\.history))
    }

    /// What may be told as of a moment, and now: a past value may give away one that came since.
    ///
    /// - Parameters:
    ///   - now: what may be told now.
    ///   - moment: after which nothing counts; `nil` where everything does.
    /// - Returns: what may be told.
    /// - Throws: `StoreError`.
    func narrowed(_ now: Disclosure, recordedBy moment: Instant?) async throws -> Disclosure {
        guard let moment, !now.isExact else { return now }
        return try await disclosure(recordedBy: moment).narrowed(by: now)
    }

    /// What counts persons; of a feed that names no indicators, what it has brought.
    func persons() async throws -> PersonCounts {
        let persons = active.configuration.persons
        let feeds = active.configuration.feedProfiles.filter { $0.countsPersons && $0.schema == nil }.map(\.name)
        guard !feeds.isEmpty, let store else { return persons }
        return persons.with(series: try await store.series(ofFeeds: Set(feeds)))
    }
}
