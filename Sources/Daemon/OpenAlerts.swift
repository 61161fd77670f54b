internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// The open alerts as the reader of one subscription knows them.
struct OpenAlerts: Sendable {
    let store: any JudgingStore
    let register: IndicatorRegister
    /// How grave it is that is hidden does not decide who follows it.
    let disclosure: Disclosure
    /// All that are open, ordered by alert.
    let episodes: [Episode]

    /// Those that the subscription is about.
    ///
    /// Whoever gets nothing but urgent mails follows what is that serious, and what an earlier mail told.
    func of(_ subscription: Subscription) async throws -> [Episode] {
        let own = episodes.filter { episode in
            register.indicators[episode.alert.series.indicator].map(subscription.about.covers) ?? false
        }
        let asked = own.filter { $0.facts.isOpeningState || !subscription.follows($0.told(by: disclosure)) }.map(\.id)
        guard !asked.isEmpty else { return own }
        let told = try await store.toldSubscriptions(of: asked)
        return own.compactMap { episode in
            let wasTold = told[episode.id]?.contains(subscription.id) == true
            guard wasTold || subscription.follows(episode.told(by: disclosure)) else { return nil }
            return wasTold ? episode : episode.asNoOpeningState
        }
    }
}

extension Episode {
    /// An opening state is one to whoever was told of it as such.
    fileprivate var asNoOpeningState: Episode {
        guard facts.isOpeningState else { return self }
        var episode = self
        episode.facts.isOpeningState = false
        return episode
    }
}
