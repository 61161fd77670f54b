/// The members by which statistics name the whole of a property.
enum TotalMember {
    private static let codes: Set = [
        "t001038", "t001081", "t001164", "t009002", "mw00000", "10000", "t", "_t", "total", "totaal", "waarde",
    ]

    /// Whether the member is a part of the people by itself, whatever its column is called.
    static func isPart(_ folded: String) -> Bool {
        ["mannen", "vrouwen", "man", "vrouw", "jongens", "meisjes", "men", "women", "male", "female"].contains(folded)
    }

    /// Whether a level of areas, as Swing names them, is the one of municipalities.
    static func isMunicipal(_ folded: String) -> Bool {
        ["gemeente", "gemeenten", "gem", "municipality", "municipalities"].contains(folded)
    }

    /// Whether the member stands for the whole; `folded` as ``ColumnTitle`` does.
    static func isTotal(_ folded: String) -> Bool {
        if codes.contains(folded) { return true }
        return ["totaal ", "total ", "alle ", "totaal:", "total,"].contains(where: folded.hasPrefix)
    }
}
