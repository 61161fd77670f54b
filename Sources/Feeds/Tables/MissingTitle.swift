internal import Indicators

/// A title that a schema asks for and no column has.
struct MissingTitle {
    let title: String
    private let others: [String]

    /// - Parameters:
    ///   - title: the title.
    ///   - others: those that there are, among which one may be meant.
    init(_ title: String, among others: [String] = []) {
        self.title = title
        self.others = others
    }

    /// The title that looks most like it, or begins as it does; sought when it is told, since most files that one profile does
    /// not fit are meant for another one.
    var nearest: String? {
        let others = others.filter { !$0.isEmpty }
        let start = ColumnTitle.folded(title).prefix(5)
        return NearestName.find(title, in: others)
            ?? others.first { start.count == 5 && ColumnTitle.folded($0).hasPrefix(start) }
    }
}
