import GRDB
import Testing

@testable import Storage

@Suite("What an import keeps of rows by their places")
struct PlaceRunsTests {
    /// Numbers that depend on a seed.
    private struct Numbers {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static func row(_ series: Int, _ period: Int, _ line: Int) -> PlaceRuns.Row {
        PlaceRuns.Row(
            place: RowPlace(series: Int64(series), period: Int64(10_000_000 + period)),
            line: Int64(line),
            coefficient: Int64(line * 7919 % 1000 - 500) * (line.isMultiple(of: 97) ? .max / 1000 : 1),
            rest: Int64(line % 3) << Int64(line % 40)
        )
    }

    /// Rows in an order that depends on a seed, a few at a time, as an import gives them.
    private static func batches(_ seed: UInt64) -> [[PlaceRuns.Row]] {
        var numbers = Numbers(state: seed)
        var places = (0..<3000).map { (series: $0 / 10, period: $0 % 10 * 1000) }
        if seed.isMultiple(of: 2) { for index in places.indices { places.swapAt(index, numbers.next(places.count)) } }
        if seed.isMultiple(of: 3) { places.sort { ($0.period, $0.series) < ($1.period, $1.series) } }
        let rows = places.enumerated().map { row($1.series, $1.period, $0 + 2) }
        var batches: [[PlaceRuns.Row]] = []
        var rest = rows[...]
        while !rest.isEmpty {
            let size = 1 + numbers.next(40)
            batches.append(rest.prefix(size).sorted { $0.place < $1.place })
            rest = rest.dropFirst(size)
        }
        return batches
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `each row is found again, and nothing else`(_ seed: UInt64) {
        let batches = Self.batches(seed)
        var runs = PlaceRuns(haveValues: true)
        var expected: [RowPlace: PlaceRuns.Row] = [:]
        for batch in batches {
            #expect(runs.rows(at: batch.map(\.place)) == batch.map { _ in nil })
            runs.add(batch)
            for row in batch { expected[row.place] = row }
            let place = batch[0].place
            #expect(runs.row(at: place) == batch[0])
            #expect(runs.row(at: RowPlace(series: place.series, period: place.period + 1)) == nil)
        }
        let all = expected.values.sorted { $0.place < $1.place }
        #expect(runs.rows(at: all.map(\.place)) == all)
        for start in stride(from: 0, to: 2900, by: 61) {
            let some = Array(all[start..<start + 20])
            #expect(runs.rows(at: some.map(\.place)) == some)
        }
        for series in [0, 17, 299] as [Int64] {
            let own = all.filter { $0.place.series == series }
            #expect(runs.rows(of: series) == own)
            let last = runs.lastRows(of: series)
            #expect(own.suffix(2).allSatisfy(last.contains) && last.allSatisfy(own.contains))
        }
        #expect(runs.rows(of: 300).isEmpty && runs.lastRows(of: -1).isEmpty)
        var taken: [PlaceRuns.Row] = []
        runs.takeAll { taken.append($0) }
        #expect(taken == all && runs.isEmpty)
    }

    @Test func `a row takes a few bytes`() {
        var runs = PlaceRuns(haveValues: false)
        for row in (0..<100_000).map({ Self.row($0 / 10, $0 % 10 * 1000, $0) }) { runs.add([row]) }
        #expect(runs.byteCount < 600_000)
    }

    @Test(arguments: [64, 1 << 20])
    func `a row that meets a value meets it once, whether or not it is in memory`(_ room: Int) throws {
        try DatabaseQueue().inDatabase { db in
            try db.execute(sql: MetPlaces.temporaryTable)
            var met = try MetPlaces(db, room: room)
            let place = { (number: Int) in RowPlace(series: Int64(number), period: 5) }
            for number in stride(from: 0, to: 400, by: 2) { #expect(try met.meet(place(number), line: number) == nil) }
            let odd = stride(from: 401, to: 441, by: 2).map { PlaceRuns.Row(place: place($0), line: Int64($0)) }
            #expect(try met.meetFirst(odd))
            #expect(try !met.meetFirst(odd))
            for number in stride(from: 0, to: 400, by: 2) { #expect(try met.meet(place(number), line: 9) == number) }
            #expect(try met.meet(place(421), line: 9) == 421 && met.meet(place(422), line: 422) == nil)
            try met.clear()
        }
    }
}
