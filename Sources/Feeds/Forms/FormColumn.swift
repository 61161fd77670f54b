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

    /// What people and programs write for some of the columns instead, in small letters with `_` for a blank.
    static var otherNames: [String: Self] { get }

    /// The columns by their names in both languages: ``columnsByName()``, made once, since every cell of a file's first lines
    /// may be looked up.
    static var byName: [String: Self] { get }

    /// The column whose numbers may have their unit in the header.
    static var measured: Self? { get }

    /// The name in a Dutch header, and in every receipt.
    var dutch: String { get }

    /// The name in an English header.
    var english: String { get }
}

extension FormColumn {
    /// The column with this name, in either language, whatever its capitals.
    package init?(named name: String) {
        guard let column = Self.byName[Self.folded(name)] else { return nil }
        self = column
    }

    /// What ``byName`` is.
    static func columnsByName() -> [String: Self] {
        Dictionary(allCases.flatMap { [($0.dutch, $0), ($0.english, $0)] }) { first, _ in first }
    }

    private static func folded(_ name: String) -> String {
        let small = name.lowercased()
        return small.utf8.contains(ASCII.space) ? small.replacing(" ", with: "_") : small
    }

    /// The names of all columns, in both languages.
    static var names: [String] { allCases.flatMap { [$0.dutch, $0.english] } }

    /// The name in the language of a receipt.
    func name(in phrases: Phrases) -> String { phrases.say(dutch, english) }

    /// The column that a header means, by one of its names or another one, with the unit behind it.
    static func meant(by header: String) -> (column: Self, unit: String?)? {
        if let column = Self(named: header) { return (column, nil) }
        if let column = otherNames[folded(header).replacing("\u{2019}", with: "'")] { return (column, nil) }
        guard let (name, unit) = HeaderUnit.split(header), let column = meant(by: name)?.column, column == measured
        else { return nil }
        return (column, unit)
    }
}
