internal import Assessment
internal import Indicators

/// Tells which alerts are part of a larger one: the same rule finds the same of the whole and of its parts.
///
/// The parts do not send notices of their own while the whole is open and no less serious (in Alertmanager's word they
/// are inhibited). Their episodes run and are logged all the same.
package struct Inhibition: Sendable {
    private let open: [AlertKey: Episode]

    /// Works with the episodes that are open, as far as they matter.
    package init(open: some Sequence<Episode>) {
        self.open = Dictionary(open.map { ($0.alert, $0) }) { _, last in last }
    }

    /// The largest alert that speaks for this one, directly or through others; `nil` where none does.
    package func speaker(for part: Episode) -> Episode? {
        var speaker = whole(of: part)
        // Each step goes to a larger area or a larger part of the population, of which there are few.
        for _ in 0..<16 {
            guard let found = speaker, let larger = whole(of: found) else { break }
            speaker = larger
        }
        return speaker
    }

    /// The nearest open alert that this one is a part of, no less serious: of a larger area or a larger part of the
    /// population, with the same rule and reason; or of a rule that says the same of the same series, only more.
    package func whole(of part: Episode) -> Episode? {
        part.alert.wholes.lazy
            .compactMap { open[$0] }
            .first { whole in
                let saysTheSame = whole.alert.rule != part.alert.rule || whole.facts.reason == part.facts.reason
                return whole.closedAt == nil && saysTheSame && whole.facts.severity >= part.facts.severity
            }
    }
}
