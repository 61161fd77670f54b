internal import Indicators
internal import Storage

extension PageDesk {
    /// A state of the store, as one configuration shows it in one minute: what follows from it is worked out once.
    struct State: Equatable, Sendable {
        let mark: ChangeMark
        let configuration: ActiveConfiguration.Identity
        /// Judgements move with time.
        let minute: Int
    }

    /// What was worked out of a state.
    struct Known<Value: Sendable>: Sendable {
        let state: State
        let value: Value
    }

    /// The state that the store has now.
    func state(_ active: ActiveConfiguration, _ store: SQLiteStore) async throws -> State {
        State(
            mark: try await store.changeMark(),
            configuration: active.identity,
            minute: clock.now().seconds / 60
        )
    }

    /// How everything stands, as it may be told.
    func standings(_ active: ActiveConfiguration, _ store: SQLiteStore?) async throws -> ToldStandings {
        guard let store else { return ToldStandings() }
        let state = try await state(active, store)
        if let known = knownStandings, known.state == state { return known.value }
        let value = try await StandingsLoader(store: store, active: active, now: clock.now()).standings()
        knownStandings = Known(state: state, value: value)
        return value
    }

    /// What may be told of the store.
    func disclosure(_ active: ActiveConfiguration, _ store: SQLiteStore?) async throws -> Disclosure {
        try await standings(active, store).disclosure
    }
}
