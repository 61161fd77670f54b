/// A place in a file, with lines and columns from 1.
struct Place: Hashable, Comparable {
    let file: String
    let line: Int
    let column: Int

    /// The first character of a file.
    static func start(of file: String) -> Place { Place(file: file, line: 1, column: 1) }

    static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }

    /// The place as another place's message names it: `line 12`, or with its file where that is another one.
    func named(from other: Place) -> String { file == other.file ? "line \(line)" : "\(escaped(file)):\(line)" }
}
