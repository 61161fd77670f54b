internal import Indicators
internal import StatusPage
internal import Storage

extension PageDesk {
    /// A state of the store as one configuration shows it: what follows from it is worked out once, for all who ask meanwhile.
    struct State: Equatable, Sendable {
        let mark: ChangeMark
        let configuration: ActiveConfiguration.Identity
    }

    /// What is worked out of a state.
    struct Known<Value: Sendable>: Sendable {
        let state: State
        let work: Task<Value, any Error>
    }

    /// The state that the store has now.
    func state(_ active: ActiveConfiguration, _ store: SQLiteStore) async throws -> State {
        State(mark: try await store.changeMark(), configuration: active.identity)
    }

    /// How everything stands, as it may be told.
    func standings(_ active: ActiveConfiguration, _ store: SQLiteStore?) async throws -> ToldStandings {
        guard let store else { return ToldStandings() }
        let state = try await state(active, store)
        if let known = knownStandings, known.state == state { return try await known.work.value }
        let loader = StandingsLoader(store: store, active: active, now: clock.now())
        // Of nobody's own: whoever asked first may go away, and the others still wait for it.
        let known = Known(
            state: state,
            work: Task(executorPreference: OwnThread.pages) { try await loader.standings() }
        )
        knownStandings = known
        do {
            return try await known.work.value
        } catch {
            knownStandings = nil
            throw error
        }
    }

    /// What may be told of the store.
    func disclosure(_ active: ActiveConfiguration, _ store: SQLiteStore?) async throws -> Disclosure {
        try await standings(active, store).disclosure
    }
}
