/// The fields of a query or a form, as `application/x-www-form-urlencoded` writes them.
enum FormFields {
    /// So many are more than any form of ours has.
    private static let most = 64

    /// Reads the fields.
    ///
    /// - Parameters:
    ///   - text: without the question mark.
    ///   - fault: why one is refused that is not written well.
    /// - Returns: the fields by their names.
    /// - Throws: the fault, or that a name stands twice: whoever reads the first and whoever reads the last would differ.
    static func read(_ text: Substring, orRefuse fault: Refusal) throws(Refusal) -> [String: String] {
        guard !text.isEmpty else { return [:] }
        let pairs = text.split(separator: "&", omittingEmptySubsequences: false)
        guard pairs.count <= most else { throw fault }
        var fields: [String: String] = [:]
        for pair in pairs {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first?.percentDecoded(plusIsBlank: true), !name.isEmpty,
                let value = (halves.dropFirst().first ?? "").percentDecoded(plusIsBlank: true)
            else { throw fault }
            guard fields.updateValue(value, forKey: name) == nil else { throw .doubledField }
        }
        return fields
    }
}
