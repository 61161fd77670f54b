internal import Indicators

/// The columns of a table that say of which part its numbers are, as far as the form shows that.
enum DimensionColumns {
    /// Those that no field of the schema is about.
    static func unnamed(in layout: TableLayout, used: Set<Int>) -> [Int] {
        layout.titles.indices.filter {
            !used.contains($0) && (isDimension($0, in: layout) || isUnreadArea($0, in: layout))
        }
    }

    /// Whether the column names areas of which no field of the schema takes notice: all of them would pass for one.
    private static func isUnreadArea(_ index: Int, in layout: TableLayout) -> Bool {
        layout.places[.area] == nil && areas.contains(ColumnTitle.folded(layout.titles[index]))
    }

    private static let areas: Set = [
        "geoitem", "geo", "regio's", "regios", "regio", "regions", "region", "gemeente", "gemeenten", "gemeentecode",
        "gemeentenaam", "gebied", "gebiedcode", "gebiedcode15", "gebiedscode", "regiocode", "wijken en buurten",
        "wijkenenbuurten", "wijk", "buurt", "municipality", "area", "ref_area",
    ]

    private static func isDimension(_ index: Int, in layout: TableLayout) -> Bool {
        let title = layout.titles[index]
        let folded = ColumnTitle.folded(title)
        if folded.isEmpty { return false }
        switch layout.form {
        case .statLineSymbols, .statLinePlain: return ColumnTitle.unit(of: title) == nil && !isPeriod(folded)
        case .odata3: return folded != "id" && !HeaderMarks.isTopicKey(folded)
        case .odata4: return !["id", "value", "stringvalue", "valueattribute"].contains(folded)
        case .iv3: return ["categorie", "verslagsoort"].contains(folded) || folded.hasPrefix("taakveld")
        case .swing: return folded == "geolevel" || folded.hasPrefix("dim_")
        case .sdmxCSV1, .sdmxCSV2: return isKeyOfSDMX(index, folded, layout)
        case .long: return !isPeriod(folded) && !isRemark(folded)
        case .statLineTable, .statLineOld, .yearsAcross, .table:
            return ColumnTitle.parts(of: folded).contains(where: properties.contains)
        }
    }

    /// The names of columns that say of which part of the people a number is.
    private static let properties: Set = [
        "geslacht", "leeftijd", "leeftijdsgroep", "leeftijdsklasse", "leeftijdscategorie", "herkomst",
        "migratieachtergrond", "nationaliteit", "opleiding", "opleidingsniveau", "huishouden", "huishoudtype",
        "inkomensklasse", "persoonskenmerken", "kenmerk", "kenmerken", "uitsplitsing", "doelgroep", "type", "soort",
        "categorie", "groep", "variant", "scenario", "verslagsoort", "marges", "age", "sex", "gender", "category",
    ]

    private static func isPeriod(_ folded: String) -> Bool {
        ["perioden", "periode", "periods", "period", "jaar", "year", "datum", "peildatum"].contains(folded)
    }

    private static func isRemark(_ folded: String) -> Bool {
        folded.hasPrefix("toelichting") || folded.hasPrefix("opmerking")
            || ["waarde", "bron", "status", "id"].contains(folded)
    }

    /// The dimensions stand before the value; what stands behind it are attributes.
    private static func isKeyOfSDMX(_ index: Int, _ folded: String, _ layout: TableLayout) -> Bool {
        let heads = ["dataflow", "last update", "structure", "structure_id", "structure_name", "action", "obs_value"]
        guard !heads.contains(folded), !folded.hasPrefix("structure[") else { return false }
        let value = layout.titles.firstIndex { ColumnTitle.folded($0) == "obs_value" }
        return value.map { index < $0 } ?? false
    }
}
