/// A part of a programme (pakket).
package struct Package: Hashable, Sendable {
    package let id: String
    package let title: String
    package let goals: [Goal]
    package let indicators: [IndicatorID]

    package init(id: String, title: String, goals: [Goal], indicators: [IndicatorID]) {
        self.id = id
        self.title = title
        self.goals = goals
        self.indicators = indicators
    }
}
