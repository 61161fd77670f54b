/// The first bytes of a file, by which it is found out what it is.
struct FileHead {
    /// Without a byte order mark.
    let bytes: [UInt8]
    let encoding: TextEncoding
    /// What the file is called; `nil` where nobody says.
    let fileName: FileName?
    /// Whether these are all of them.
    let isWholeFile: Bool

    /// The first records as one separator parts them.
    func records(_ separator: Separator) -> [HeadRecord] {
        HeadRecord.all(in: bytes, separator, encoding, isWholeFile: isWholeFile)
    }
}
