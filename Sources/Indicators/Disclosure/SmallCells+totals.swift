extension SmallCells.Total {
    /// What has one total among the cells of one indicator and one period: the areas within a larger one, level by level,
    /// and the members of each breakdown.
    static func among(_ cells: some Sequence<SmallCells.Cell>) -> [SmallCells.Total] {
        let all = Set(cells)
        let ordered = all.sorted()
        return areas(ordered, all) + breakdowns(ordered, all)
    }

    private struct Row: Hashable {
        let whole: SeriesKey
        let period: Period
        /// The level of the areas, or the name of the breakdown.
        let name: String
    }

    private static func areas(_ cells: [SmallCells.Cell], _ all: Set<SmallCells.Cell>) -> [SmallCells.Total] {
        var rows: [Row: [SmallCells.Cell]] = [:]
        for cell in cells {
            let larger = cell.series.area.larger.map {
                SeriesKey(indicator: cell.series.indicator, area: $0, breakdown: cell.series.breakdown)
            }
            // The nearest that has a value; where none has, they are parts of one municipality all the same.
            let known = larger.first { all.contains(SmallCells.Cell(series: $0, period: cell.period)) }
            guard let whole = known ?? larger.last else { continue }
            let level = String(cell.series.area.description.prefix(2))
            rows[Row(whole: whole, period: cell.period, name: level), default: []].append(cell)
        }
        return totals(rows, all)
    }

    private static func breakdowns(_ cells: [SmallCells.Cell], _ all: Set<SmallCells.Cell>) -> [SmallCells.Total] {
        var rows: [Row: [SmallCells.Cell]] = [:]
        for cell in cells {
            for member in cell.series.breakdown.members {
                let whole = SeriesKey(
                    indicator: cell.series.indicator,
                    area: cell.series.area,
                    breakdown: member.rest
                )
                rows[Row(whole: whole, period: cell.period, name: member.name), default: []].append(cell)
            }
        }
        return totals(rows, all)
    }

    private static func totals(
        _ rows: [Row: [SmallCells.Cell]],
        _ all: Set<SmallCells.Cell>
    ) -> [SmallCells.Total] {
        rows.sorted { ($0.key.whole, $0.key.period, $0.key.name) < ($1.key.whole, $1.key.period, $1.key.name) }
            .map { row, parts in
                let whole = SmallCells.Cell(series: row.whole, period: row.period)
                return SmallCells.Total(whole: all.contains(whole) ? whole : nil, parts: parts)
            }
    }
}

extension Breakdown {
    /// Each of its names, with the breakdown that is left without it.
    fileprivate var members: [(name: String, rest: Breakdown)] {
        let pairs = description.split(separator: ",")
        return pairs.indices.map { place in
            let rest = pairs.indices.filter { $0 != place }.map { pairs[$0] }
            return (String(pairs[place].prefix { $0 != "=" }), Breakdown(ordered: rest))
        }
    }
}
