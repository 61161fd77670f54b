/// Tells files of another kind by their first bytes.
enum FileKind {
    /// Why the file cannot be a CSV; `nil` where its first bytes say nothing against it.
    static func refusal(_ head: [UInt8]) -> IntakeReason? {
        if head.isEmpty { return .emptyFile }
        for (reason, signatures) in signatures where signatures.contains(where: { head.starts(with: $0) }) {
            return reason == .fileIsZip && isSpreadsheet(head) ? .fileIsSpreadsheet : reason
        }
        return textRefusal(head)
    }

    private static let signatures: [(IntakeReason, [[UInt8]])] = [
        (.fileIsPDF, [Array("%PDF".utf8)]),
        (
            .fileIsZip,
            [
                [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B],
                Array("7z\u{BC}".unicodeScalars.map { UInt8($0.value) }), Array("Rar!".utf8),
            ]
        ),
        (.fileIsOldExcel, [[0xD0, 0xCF, 0x11, 0xE0]]),
        (
            .fileIsImage,
            [
                [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0],
                [0x4D, 0x4D, 0, 0x2A],
            ]
        ),
        (.encodingUTF16, [ByteOrderMark.utf16LittleEndian, ByteOrderMark.utf16BigEndian]),
    ]

    /// Whether a zip holds an Excel or OpenDocument sheet, by the name of its first entry (APPNOTE 4.3.7: at byte 30).
    private static func isSpreadsheet(_ head: [UInt8]) -> Bool {
        let name = head.dropFirst(30)
        return [
            "[Content_Types].xml", "_rels/", "xl/", "docProps/",
            "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        ]
        .contains { name.starts(with: $0.utf8) }
    }

    /// An object, or a list of objects or lists: a bracket alone may stand before a name in a header.
    private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
        let (object, list) = (UInt8(ascii: "{"), UInt8(ascii: "["))
        if text.first == object { return true }
        let inner = text.dropFirst().first { $0 > ASCII.space }
        return text.first == list && (inner == object || inner == list)
    }

    private static func textRefusal(_ head: [UInt8]) -> IntakeReason? {
        let bare = head.starts(with: ByteOrderMark.utf8) ? head.dropFirst(3) : head[...]
        let text = bare.drop { $0 <= ASCII.space }
        guard !text.isEmpty else { return .emptyFile }
        let start = text.prefix(16).map(ASCII.lowercased)
        if start.starts(with: "<!doctype html".utf8) || start.starts(with: "<html".utf8) { return .fileIsWebPage }
        if start.starts(with: "<?xml".utf8) || start.starts(with: "<office:document".utf8) {
            return isFlatWorkbook(text) ? .fileIsFlatWorkbook : .fileIsXML
        }
        if start.starts(with: "{\\rtf".utf8) { return .notACSV }
        return isJSON(text) ? .fileIsJSON : nil
    }

    /// Whether the XML is an OpenDocument spreadsheet in one piece, as its first element says.
    private static func isFlatWorkbook(_ text: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: text.prefix(8192), as: UTF8.self)
        return start.contains("<office:document") && start.contains("opendocument.spreadsheet")
    }
}
