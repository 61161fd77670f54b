internal import Indicators

/// Tells the titles of columns that are areas: a table on its side has a column for each.
enum AreaTitle {
    private static let others: Set = [
        "nederland", "groningen", "friesland", "fryslân", "drenthe", "overijssel", "flevoland", "gelderland", "utrecht",
        "noord-holland", "zuid-holland", "zeeland", "noord-brabant", "limburg",
    ]

    /// The area that the title names, as it stands there; `nil` where it names none.
    static func named(_ title: String) -> String? {
        var name = title.trimmed
        if let unit = ColumnTitle.unit(of: name), !["gemeente", "pv", "l."].contains(unit.lowercased()),
            let open = name.lastIndex(of: "(")
        {
            name = String(name[..<open]).trimmed
        }
        let bare = ColumnTitle.folded(name).replacing(" (pv)", with: "")
        let isArea =
            AreaCode(cbs: name) != nil || others.contains(bare) || !Municipalities.standard.areas(named: name).isEmpty
        return isArea ? name : nil
    }
}
