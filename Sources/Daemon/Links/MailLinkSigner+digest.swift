internal import Alerting
internal import Indicators

extension MailLinkSigner {
    /// The tokens of a digest's open alerts that nobody has taken up, by the ids of their episodes.
    func tokens(for digest: Digest) -> [String: String] {
        let open = digest.items.filter { item in
            item.episode.closedAt == nil && item.fold == .whole && item.episode.handling.acknowledgement == nil
        }
        let tokens = open.map { item in
            (
                item.episode.id,
                token(of: item.episode.id, for: digest.subscription.who.address, at: digest.composedAt)
            )
        }
        return Dictionary(tokens) { first, _ in first }
    }
}
