internal import Feeds
internal import Indicators

/// The rows of a file that wait to go into the store together.
///
/// Rows whose series come in the order of the store go in a few at a time. Where they do not, many are gathered and put in
/// order first: each page of the table is then met once, and not once for every row.
struct RowBatch {
    /// About two hundred and fifty bytes a row, besides its texts.
    private static let mostInDisorder = 65_536
    /// What the texts of the rows may take.
    private static let mostText = 8 << 20

    /// In the order of the file.
    private(set) var rows: [WaitingRow] = []
    /// Whether the series are in order.
    private var isInOrder = true
    /// Whether the periods are so too, and none comes twice.
    private var isAscending = true
    private var last: RowPlace?
    /// The bytes of the texts of the rows.
    private var text = 0
    /// The last waiting row of each series, and for each row the one of its series before it; only in disorder.
    private var lastOfSeries: [Int64: Int] = [:]
    private var before: [Int] = []

    var isEmpty: Bool { rows.isEmpty }

    /// Whether the rows have to go in now.
    var isFull: Bool {
        rows.count >= (isInOrder ? ImportStatements.batchSize : Self.mostInDisorder) || text >= Self.mostText
    }

    mutating func add(_ row: WaitingRow) {
        let place = row.place
        if let last, isInOrder, place.series < last.series {
            isInOrder = false
            for number in rows.indices { link(rows[number].series.id, at: number) }
        }
        if let last, isAscending { isAscending = last < place }
        last = place
        if !isInOrder { link(row.series.id, at: rows.count) }
        text += row.row.observation.textSize
        rows.append(row)
    }

    private mutating func link(_ series: Int64, at place: Int) {
        before.append(lastOfSeries.updateValue(place, forKey: series) ?? -1)
    }

    /// The waiting rows of a series, in the order of the file.
    func rows(of series: Int64) -> [ObservedRow] {
        guard !isInOrder else {
            // Those of one series stand together at the end.
            guard last?.series == series else { return [] }
            return rows.reversed().prefix { $0.series.id == series }.reversed().map(\.row)
        }
        var found: [ObservedRow] = []
        var place = lastOfSeries[series] ?? -1
        while place >= 0 {
            found.append(rows[place].row)
            place = before[place]
        }
        return found.reversed()
    }

    /// Takes all rows out; gives them, and their places in the order of the store, of equal ones the first of the file first.
    mutating func takeAll() -> (rows: [WaitingRow], order: [Int]) {
        let taken = rows
        let order = isAscending ? Array(taken.indices) : Self.order(of: taken)
        rows = []
        rows.reserveCapacity(ImportStatements.batchSize)
        if !isInOrder {
            before.removeAll(keepingCapacity: true)
            lastOfSeries.removeAll(keepingCapacity: true)
        }
        isInOrder = true
        isAscending = true
        last = nil
        text = 0
        return (taken, order)
    }

    private static func order(of rows: [WaitingRow]) -> [Int] {
        rows.indices.map { (place: rows[$0].place, index: $0) }
            .sorted { ($0.place.series, $0.place.period, $0.index) < ($1.place.series, $1.place.period, $1.index) }
            .map(\.index)
    }
}

/// Where a row stands in the table of observations.
struct RowPlace: Hashable, Comparable {
    let series: Int64
    let period: Int64

    static func < (one: RowPlace, other: RowPlace) -> Bool {
        one.series == other.series ? one.period < other.period : one.series < other.series
    }
}

extension Observation {
    /// The bytes of the texts that go with the value.
    var textSize: Int {
        guard hasParticulars else { return 0 }
        return (source?.utf8.count ?? 0) + (note?.utf8.count ?? 0)
    }
}
