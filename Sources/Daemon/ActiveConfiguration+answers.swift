internal import Alerting
internal import Catalogue
internal import Indicators

extension ActiveConfiguration {
    /// Where the answer to a mail goes: to the owner of the indicators where they are all one's, else to whoever the
    /// configuration names, else to the administrator; `nil` where that is the sender or the reader.
    func answerAddress(to items: [Digest.Item], for reader: String) -> String? {
        let addresses = [owner(of: items), configuration.mail?.replyTo, administrator]
        return addresses.compactMap(\.self).first { $0 != reader }.flatMap { $0 == sender ? nil : $0 }
    }

    /// The address of the one owner of all these; `nil` where there are several, or one has none.
    private func owner(of items: [Digest.Item]) -> String? {
        let episodes = items.flatMap { $0.episodes + $0.beside.flatMap(\.episodes) }
        let counted = items.flatMap(\.rest.indicators)
        let indicators = Set(episodes.map(\.alert.series.indicator)).union(counted)
        let owners = Set(indicators.map { register.indicators[$0]?.owner })
        guard owners.count == 1, let owner = owners.first ?? nil else { return nil }
        return configuration.ownerAddresses[owner]
    }

    /// Who is told of mails that fail.
    private var administrator: String? { subscriptions.first(where: \.isAboutOperations)?.who.address }
}
