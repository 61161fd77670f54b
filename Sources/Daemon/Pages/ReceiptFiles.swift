internal import Feeds
internal import Files
internal import Storage

/// The receipts in their folder, for who looks at a delivery.
struct ReceiptFiles {
    /// The beginning of a receipt, or all of it.
    struct Read: Hashable, Sendable {
        let text: String
        /// Whether the receipt goes on behind it.
        let isCut: Bool
    }

    let folder: String

    /// So many receipts of one name and content are shown, of so many bytes each.
    private static let mostShown = 5
    static let longest = 256 * 1024

    /// The receipts of a file, the first one first; none where they are not there or cannot be read.
    ///
    /// The store knows a name as people see it. Where that is not the name itself, as of one that is no text, nothing is
    /// found, and never the receipt of another file.
    func receipts(of file: DeliveredFile) -> [Read] {
        let name = FileName(file.fileName)
        guard name.printable == file.fileName, let receipts = try? Directory.open(folder) else { return [] }
        return (1...Self.mostShown).compactMap { number in
            let receipt = name.receiptName(sha256: file.hash, number: number).extended(by: ".txt")
            return Self.read(receipt, in: receipts)
        }
    }

    private static func read(_ name: FileName, in folder: Directory) -> Read? {
        guard let file = try? folder.openFile(name), let status = try? file.status(), status.kind == .regular,
            let bytes = try? file.bytes(upTo: longest)
        else { return nil }
        return Read(text: wholeLines(bytes, isCut: status.size > longest), isCut: status.size > longest)
    }

    /// Of a text that goes on, the lines that are there as a whole.
    private static func wholeLines(_ bytes: [UInt8], isCut: Bool) -> String {
        let end = isCut ? bytes.lastIndex(of: UInt8(ascii: "\n")) : nil
        return String(decoding: bytes[..<(end ?? bytes.endIndex)], as: UTF8.self)
    }
}
