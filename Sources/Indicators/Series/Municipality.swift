/// A municipality of the Netherlands, of today or of before.
package struct Municipality: Hashable, Sendable {
    package let code: AreaCode
    /// The name as CBS writes it: `Beek (L.)`.
    package let name: String
    /// The first day, where that is after 2000.
    package let from: CalendarDate?
    /// The first day on which it was no more; `nil` for one that is there.
    package let until: CalendarDate?
    /// What it became part of; of one that was divided, the part that took over its registers.
    package let into: AreaCode?

    /// Reads a line of the table.
    init?(line: some StringProtocol) {
        let cells = String(line).split(separator: ";" as Character, omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 5, !cells[1].isEmpty else { return nil }
        code = AreaCode("GM\(cells[0])")
        name = cells[1]
        from = CalendarDate(cells[2])
        until = CalendarDate(cells[3])
        into = cells[4].isEmpty ? nil : AreaCode("GM\(cells[4])")
    }
}
