/// What the values of an indicator count, where that changes how they are judged or shown.
package enum Counted: String, Hashable, Sendable, CaseIterable {
    /// Independent events, such as incidents: chance alone moves their number (Poisson; methods, section 5.2b).
    case events
    /// Persons: a small number of them is not shown (methods, section 6.2).
    case persons
}
