internal import Alerting
internal import Assessment
internal import Indicators

extension DigestWords {
    /// The word of a light; where its end says nothing of the light of its indicator, that it is over.
    func light(_ item: Digest.Item) -> String {
        guard item.isEndWithoutLight else { return phrases.light(item.light) }
        return item.hasLapsed ? say("Vervallen", "Lapsed") : say("Opgelost", "Resolved")
    }

    /// `● Groen`; of an end that says nothing of the light of its indicator `✓ Opgelost`.
    func marked(_ item: Digest.Item) -> String {
        let symbol = item.isEndWithoutLight ? item.hasLapsed ? "–" : "✓" : item.light.symbol
        return "\(symbol) \(light(item))"
    }
}
