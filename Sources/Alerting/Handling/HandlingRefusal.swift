/// Why an order to handle alerts cannot be carried out.
package enum HandlingRefusal: Error, Hashable, Sendable {
    /// What a name that is not known is of.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case programme
        case package
        case indicator
        case rule
        case owner
        case area
    }

    /// No open alert has this name; the one that is nearest to it.
    case noSuchAlert(String, nearest: String?)
    /// The name means several open alerts.
    case ambiguous(String, [String])
    /// There was an alert of this name, and it has ended.
    case notOpen(String)
    /// Somebody else has handled the alert since it was seen.
    case changed(String)
    /// An end that does not lie ahead.
    case notAhead(String)
    /// A silence whose end lies before its beginning.
    case endsBeforeItBegins
    /// A silence of more than a year.
    case tooLong
    /// A silence of everything.
    case ofEverything
    /// A name that the configuration does not know: its kind, and the nearest.
    case unknown(Kind, String, nearest: String?)
    case noSuchSilence(Int)
    case silenceOver(Silence)
}
