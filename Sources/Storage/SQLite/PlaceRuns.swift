/// What an import keeps of rows by the places where they stand in the store, in a few bytes each: for finding them again,
/// and in order.
///
/// Rows come in runs of ascending places, as files mostly have them. A run is written as differences from row to row, a
/// block at a time; runs of about one size become one, so that there are few however the rows come. A place comes once.
struct PlaceRuns {
    /// What is kept of one row.
    struct Row: Equatable {
        let place: RowPlace
        let line: Int64
        var coefficient: Int64 = 0
        /// What else belongs to its value, in one number.
        var rest: Int64 = 0
    }

    /// Whether values are kept as well; else the line alone.
    private let haveValues: Bool
    private var runs: [Run] = []

    init(haveValues: Bool) { self.haveValues = haveValues }

    var isEmpty: Bool { runs.isEmpty }

    /// The bytes that it takes.
    var byteCount: Int { runs.reduce(0) { $0 + $1.byteCount } }

    /// Adds rows in ascending order, of places that have not come yet.
    mutating func add(_ rows: some Collection<Row>) {
        guard let first = rows.first else { return }
        if let last = runs.last, last.last < first.place {
            runs[runs.count - 1].append(rows)
        } else {
            settle()
            var run = Run(haveValues: haveValues)
            run.append(rows)
            runs.append(run)
        }
    }

    /// Finds the rows of some places, which are in ascending order.
    func rows(at places: some Collection<RowPlace>) -> [Row?] {
        var found: [Row?] = Array(repeating: nil, count: places.count)
        for run in runs { run.find(places, &found) }
        return found
    }

    /// The row of a place.
    func row(at place: RowPlace) -> Row? { areBehind(place) ? nil : rows(at: CollectionOfOne(place))[0] }

    /// Whether none of the places, which are in ascending order, can be among the rows: they lie behind all of them.
    func areBehind(_ first: RowPlace) -> Bool { runs.allSatisfy { $0.last < first } }

    /// The rows of a series, of each run the last two at least.
    func lastRows(of series: Int64) -> [Row] { runs.flatMap { $0.lastRows(of: series) } }

    /// All rows of a series.
    func rows(of series: Int64) -> [Row] {
        runs.flatMap { $0.rows(of: series) }.sorted { $0.place < $1.place }
    }

    /// Gives every row, in ascending order, and keeps none.
    mutating func takeAll(_ body: (Row) throws -> Void) rethrows {
        while runs.count > 1 { mergeLast() }
        let all = runs.popLast()
        try all?.forEach(body)
    }

    /// Makes one of the last runs, as long as they are about of one size.
    private mutating func settle() {
        while runs.count > 1, runs[runs.count - 1].count * 2 >= runs[runs.count - 2].count { mergeLast() }
    }

    private mutating func mergeLast() {
        guard let later = runs.popLast(), let earlier = runs.popLast() else { return }
        runs.append(Run(earlier, later))
    }
}

// MARK: One run

extension PlaceRuns {
    private static let blockSize = 32

    private struct Run {
        private(set) var count = 0
        private(set) var last = RowPlace(series: .min, period: .min)
        private let haveValues: Bool
        private var bytes: [UInt8] = []
        private var blocks: [Block] = []
        /// What the next row is a difference from.
        private var previous = Row(place: RowPlace(series: 0, period: 0), line: 0)

        /// A part of the run that can be read by itself: where it begins, and with which place.
        private struct Block {
            let first: RowPlace
            let start: Int
        }

        init(haveValues: Bool) { self.haveValues = haveValues }

        /// The rows of both.
        init(_ one: Run, _ other: Run) {
            self.init(haveValues: one.haveValues)
            bytes.reserveCapacity(one.bytes.count + other.bytes.count)
            var (left, right) = (Reader(one), Reader(other))
            var (mine, theirs) = (left.next(), right.next())
            while let row = mine, let second = theirs {
                if row.place < second.place {
                    append(row)
                    mine = left.next()
                } else {
                    append(second)
                    theirs = right.next()
                }
            }
            while let row = mine {
                append(row)
                mine = left.next()
            }
            while let row = theirs {
                append(row)
                theirs = right.next()
            }
        }

        var byteCount: Int { bytes.count + blocks.count * MemoryLayout<Block>.stride }

        mutating func append(_ rows: some Sequence<Row>) {
            for row in rows { append(row) }
        }

        private mutating func append(_ row: Row) {
            if count.isMultiple(of: PlaceRuns.blockSize) {
                blocks.append(Block(first: row.place, start: bytes.count))
                previous = Row(place: RowPlace(series: 0, period: 0), line: 0)
            }
            put(row.place.series &- previous.place.series)
            put(row.place.period &- previous.place.period)
            put(row.line &- previous.line)
            if haveValues {
                put(row.coefficient &- previous.coefficient)
                put(row.rest &- previous.rest)
            }
            previous = row
            last = row.place
            count += 1
        }

        /// Writes a number in as few bytes of seven bits as it needs; small ones of either sign need one.
        private mutating func put(_ number: Int64) {
            var left = UInt64(bitPattern: number << 1 ^ number >> 63)
            while left >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
                left >>= 7
            }
            bytes.append(UInt8(left))
        }

        func find(_ places: some Collection<RowPlace>, _ found: inout [Row?]) {
            guard let first = places.first, first <= last else { return }
            var reader = Reader(self)
            for (number, place) in places.enumerated() {
                if place > last { return }
                if let row = reader.row(at: place) { found[number] = row }
            }
        }

        func lastRows(of series: Int64) -> [Row] {
            guard var block = block(of: RowPlace(series: series, period: .max)) else { return [] }
            var rows = rows(of: series, from: block)
            while rows.count < 2, block > 0, blocks[block].first.series == series {
                block -= 1
                rows = self.rows(of: series, from: block)
            }
            return rows
        }

        func rows(of series: Int64) -> [Row] {
            rows(of: series, from: block(of: RowPlace(series: series, period: .min)) ?? 0)
        }

        private func rows(of series: Int64, from block: Int) -> [Row] {
            var rows: [Row] = []
            var reader = Reader(self, block: block)
            while let row = reader.next(), row.place.series <= series {
                if row.place.series == series { rows.append(row) }
            }
            return rows
        }

        func forEach(_ body: (Row) throws -> Void) rethrows {
            var reader = Reader(self)
            while let row = reader.next() { try body(row) }
        }

        /// The last block that begins at the place or before it; `nil` where all begin behind it.
        private func block(of place: RowPlace, from start: Int = 0) -> Int? {
            var (low, high) = (start, blocks.count)
            while low < high {
                let middle = (low + high) / 2
                if blocks[middle].first <= place { low = middle + 1 } else { high = middle }
            }
            return low > 0 ? low - 1 : nil
        }

        /// Reads a run row by row.
        struct Reader {
            private let run: Run
            private var number: Int
            private var position: Int
            private var previous = Row(place: RowPlace(series: 0, period: 0), line: 0)
            /// The row that was read last.
            private var current: Row?

            init(_ run: Run, block: Int = 0) {
                self.run = run
                number = block * PlaceRuns.blockSize
                position = block < run.blocks.count ? run.blocks[block].start : run.bytes.count
            }

            mutating func next() -> Row? {
                guard number < run.count else { return nil }
                if number.isMultiple(of: PlaceRuns.blockSize) {
                    previous = Row(place: RowPlace(series: 0, period: 0), line: 0)
                }
                let place = RowPlace(series: previous.place.series &+ get(), period: previous.place.period &+ get())
                var row = Row(place: place, line: previous.line &+ get())
                if run.haveValues {
                    row.coefficient = previous.coefficient &+ get()
                    row.rest = previous.rest &+ get()
                }
                previous = row
                number += 1
                return row
            }

            /// The row of a place, which lies behind all that were asked for before.
            mutating func row(at place: RowPlace) -> Row? {
                let passed = max(0, number - 1) / PlaceRuns.blockSize
                if let block = run.block(of: place, from: passed), block > passed || current == nil {
                    self = Reader(run, block: block)
                }
                while current == nil || current.map({ $0.place < place }) == true {
                    guard let row = next() else { return nil }
                    current = row
                }
                return current?.place == place ? current : nil
            }

            private mutating func get() -> Int64 {
                var number: UInt64 = 0
                var shift: UInt64 = 0
                while true {
                    let byte = run.bytes[position]
                    position += 1
                    number |= UInt64(byte & 0x7F) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
                return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
            }
        }
    }
}
