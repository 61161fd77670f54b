/// The areas that are known, by code and by name.
package struct AreaNames: Sendable {
    private let byCode: [AreaCode: String]

    package init(_ names: [AreaCode: String]) {
        byCode = names
    }

    /// Every code and every name.
    package var names: [String] { byCode.flatMap { [$0.key.description, $0.value] } }

    /// The area with this code or name, blanks around it aside; `nil` where it is not known.
    ///
    /// Districts (`WK`) and neighbourhoods (`BU`) of a known municipality are known by their codes.
    package func area(named text: String) -> AreaCode? {
        let name = text.trimmed
        let code = AreaCode(name)
        if byCode[code] != nil { return code }
        if let named = byCode.filter({ $0.value == name }).keys.min() { return named }
        return byCode.keys.contains { code.lies(in: $0) } ? code : nil
    }
}
