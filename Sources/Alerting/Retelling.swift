package import Assessment

/// What a mail makes of the notices that it is composed of, where it does not tell them as they were.
///
/// The ledger says with it what the mail said.
package struct Retelling: Hashable, Sendable {
    /// The numbers of the changes of which nothing is left to tell: no mail tells them.
    package let overtaken: Set<Int>
    /// The facts that are told of a change, by its number, where those are other ones than its own.
    package let facts: [Int: FindingFacts]

    package init(overtaken: Set<Int> = [], facts: [Int: FindingFacts] = [:]) {
        self.overtaken = overtaken
        self.facts = facts
    }

    /// All is told as it was.
    package static let none = Retelling()

    /// Whether nothing is left to tell of the notice.
    package func overtakes(_ notice: Notice) -> Bool { notice.event.map(overtaken.contains) ?? false }

    /// The facts that are told of the notice, where those are other ones than its own.
    package func facts(of notice: Notice) -> FindingFacts? { notice.event.flatMap { facts[$0] } }
}
