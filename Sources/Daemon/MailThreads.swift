internal import Alerting
internal import Catalogue
internal import Storage

/// Finds what a mail follows up, by what the configuration says.
struct MailThreads {
    let store: any DigestStore
    let active: ActiveConfiguration

    /// A mail of more news than this is about no one thing.
    private static let mostNews = 20

    /// What a mail to a subscription's recipient follows up; `nil` where it begins a thread of its own.
    ///
    /// By episode, a mail follows up others where each alert that is news in it was told in one and the same thread before:
    /// what is new begins one.
    func thread(for digest: Digest) async throws -> MailThread? {
        let (subscription, address) = (digest.subscription.id, digest.subscription.who.address)
        switch active.configuration.mail?.threads ?? .episode {
        case .none: return nil
        case .digest:
            guard case .scheduled = digest.occasion else { return nil }
            return try await store.thread(ofDigestsOf: subscription, to: address)
        case .episode:
            guard (1...Self.mostNews).contains(digest.news.count) else { return nil }
            return try await store.thread(of: digest.news.map(\.episode.id), to: address)
        }
    }
}
