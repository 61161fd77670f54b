/// The header of a file that describes published data, as `Catalog.csv` and `Properties.csv` of CBS do (the terms of DCAT):
/// beside what was published and by whom it says where questions go.
enum PublishedHeader {
    private static let first = Array("identifier".utf8)
    private static let others = ["title", "description", "publisher", "license"].map { Array($0.utf8) }
    private static let contactPoint = Array("contactpoint".utf8)

    /// The column with the address of the publisher; `nil` in any other header.
    static func contact(in header: borrowing Record) -> Int? {
        let bytes = header.bytes.span
        guard header.fieldCount > others.count, isNamed(first, header, 0) else { return nil }
        var contact: Int?
        var found = 0
        for field in 0..<header.fieldCount {
            let cell = Cell.trimmed(bytes, header.range(field))
            if Cell.equals(bytes, cell, contactPoint) { contact = contact ?? field }
            if Cell.isOne(of: others, bytes, cell) { found += 1 }
        }
        return found == others.count ? contact : nil
    }

    private static func isNamed(_ name: [UInt8], _ header: borrowing Record, _ field: Int) -> Bool {
        Cell.equals(header.bytes.span, Cell.trimmed(header.bytes.span, header.range(field)), name)
    }
}
