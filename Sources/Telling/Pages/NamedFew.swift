package import Indicators

/// Names that are known, so many of them that a reader finds the one that was meant, and how many more there are.
package struct NamedFew: Hashable, Sendable {
    /// So many are named.
    private static let mostNamed = 20

    private let names: [String]

    /// The names, in the order in which they are told.
    package init(_ names: [String]) {
        self.names = names
    }

    /// `6M, 6N en 6P`, `a, b en nog 3`.
    package func words(in phrases: Phrases) -> String {
        let shown = names.prefix(Self.mostNamed).map { $0.oneLine(limit: 80) }
        let left = names.count - shown.count
        return phrases.list(shown + (left > 0 ? [phrases.say("nog \(left)", "\(left) more")] : []))
    }
}
