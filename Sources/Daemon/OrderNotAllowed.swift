/// An order of a user who may not give one.
struct OrderNotAllowed: Error, Hashable, CustomStringConvertible {
    /// What is said by whoever refuses it, the daemon or the command.
    static let words = "only the daemon's own user and root may give it orders; run this as one of them"

    /// What stood in the way here.
    let fault: String

    var description: String { "\(Self.words) (\(fault))" }
}
