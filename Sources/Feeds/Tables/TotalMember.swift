/// The members by which statistics name the whole of a property.
enum TotalMember {
    private static let codes: Set = [
        "t001038", "t001081", "t001164", "t009002", "mw00000", "10000", "t", "_t", "total", "totaal", "waarde",
    ]

    /// Whether the member stands for the whole; `folded` as ``ColumnTitle`` does.
    static func isTotal(_ folded: String) -> Bool {
        if codes.contains(folded) { return true }
        return ["totaal ", "total ", "alle ", "totaal:", "total,"].contains(where: folded.hasPrefix)
    }
}
