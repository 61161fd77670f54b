/// The first bytes of a file, by which it is found out what it is.
struct FileHead {
    /// Without a byte order mark.
    let bytes: [UInt8]
    let encoding: TextEncoding
    /// What the file is called; `nil` where nobody says.
    let fileName: FileName?
    /// What holds the table, which may say what parts the cells.
    var container = TableContainer.text
    /// Whether these are all of them.
    let isWholeFile: Bool

    /// What parts the cells, where that is no question.
    var separator: Separator? { container.sheet == nil ? nil : SheetText.separator }

    /// The first records as one separator parts them.
    func records(_ separator: Separator) -> [HeadRecord] {
        HeadRecord.all(in: bytes, separator, encoding, isWholeFile: isWholeFile)
    }
}
