internal import Indicators

/// A column of one form of file.
///
/// The raw values count from 0.
package protocol FormColumn: Hashable, Sendable, CaseIterable, RawRepresentable<Int> {
    /// The form that it is a column of.
    static var form: FormName { get }

    /// The columns without which a file has nothing to say, the one that names the indicator first.
    static var required: [Self] { get }

    /// The column that names the indicator.
    static var subject: Self { get }

    /// The column that names the area.
    static var area: Self { get }

    /// The column that says who supplied it.
    static var source: Self { get }

    /// The name in a Dutch header, and in every receipt.
    var dutch: String { get }

    /// The name in an English header.
    var english: String { get }
}

extension FormColumn {
    /// The column with this name, in either language, whatever its capitals.
    package init?(named name: String) {
        let name = String(name.lowercased().map { $0 == " " ? "_" : $0 })
        guard let column = Self.allCases.first(where: { $0.dutch == name || $0.english == name }) else { return nil }
        self = column
    }

    /// The names of all columns, in both languages.
    static var names: [String] { allCases.flatMap { [$0.dutch, $0.english] } }

    /// The name in the language of a receipt.
    func name(in phrases: Phrases) -> String { phrases.say(dutch, english) }
}
