/// The municipalities by code and by name, with what became of those that are no more.
package struct Municipalities: Sendable {
    private let byCode: [AreaCode: Municipality]
    private let byName: [String: [AreaCode]]
    private let formerByName: [String: [AreaCode]]

    /// Those that Peilwacht ships with: of 2026, and of before since 2001.
    package static let standard = Municipalities(
        MunicipalityTable.text.split(separator: "\n").compactMap(Municipality.init(line:))
    )

    init(_ municipalities: [Municipality]) {
        byCode = Dictionary(municipalities.map { ($0.code, $0) }) { first, _ in first }
        byName = Self.names(of: municipalities.filter { $0.until == nil }).merging(Self.otherNames) { $0 + $1 }
        formerByName = Self.names(of: municipalities.filter { $0.until != nil })
    }

    /// All of today, by code.
    package var current: [Municipality] { byCode.values.filter { $0.until == nil }.sorted { $0.code < $1.code } }

    /// The municipality with this code, of today or of before.
    package func municipality(_ code: AreaCode) -> Municipality? { byCode[code] }

    /// The areas that a name may mean: of today where there are any, else of before.
    ///
    /// Capitals, `(gemeente)` and accents do not count; `Bergen` may be two, `Utrecht` a municipality or a province.
    package func areas(named text: String) -> [AreaCode] {
        let name = Self.folded(text)
        return byName[name] ?? formerByName[name] ?? []
    }

    /// The code of the same municipality today: another one where it has only been given another name.
    package func today(_ code: AreaCode) -> AreaCode {
        guard let former = byCode[code], let until = former.until, let into = former.into, let next = byCode[into],
            next.from == until, byCode.values.count(where: { $0.into == into && $0.until == until }) == 1
        else { return code }
        return today(into)
    }

    /// The municipality of today that one of before became part of; `nil` for one of today.
    package func successor(of code: AreaCode) -> AreaCode? {
        guard let into = byCode[code]?.into else { return nil }
        return successor(of: into) ?? into
    }
}

extension Municipalities {
    /// Names that people use beside the official one, and names that a province has as well.
    private static let otherNames: [String: [AreaCode]] = [
        "den haag": ["GM0518"], "den bosch": ["GM0796"], "groningen": ["PV20"], "utrecht": ["PV26"],
    ]

    private static func names(of municipalities: [Municipality]) -> [String: [AreaCode]] {
        var names: [String: [AreaCode]] = [:]
        for municipality in municipalities {
            let whole = folded(municipality.name)
            let short = municipality.name.firstIndex(of: "(").map { folded(String(municipality.name[..<$0])) }
            for name in Set([whole, whole.replacing(".", with: ""), short ?? whole]) {
                names[name, default: []].append(municipality.code)
            }
        }
        return names.mapValues { $0.sorted() }
    }

    private static let accents: [Character: Character] = [
        "ú": "u", "û": "u", "â": "a", "é": "e", "ë": "e", "ô": "o", "\u{2018}": "'", "\u{2019}": "'",
    ]

    /// The name in small letters without accents; `Utrecht (gemeente)` keeps what tells it from the province.
    static func folded(_ text: String) -> String {
        let bare = String(text.trimmed.lowercased().map { accents[$0] ?? $0 })
        if bare.hasPrefix("gemeente ") { return folded(String(bare.dropFirst("gemeente ".count)) + " (gemeente)") }
        guard bare.hasSuffix("(gemeente)") else { return bare }
        let name = bare.dropLast("(gemeente)".count).trimmed
        return ["groningen", "utrecht"].contains(name) ? "\(name) (gemeente)" : name
    }
}
