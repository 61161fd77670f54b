internal import Feeds
internal import Files
internal import Storage

/// The receipts in their folder, for who looks at a delivery.
struct ReceiptFiles {
    let folder: String

    /// So many receipts of one name and content are shown, of so many bytes each.
    private static let mostShown = 5
    private static let longest = 256 * 1024

    /// The texts of the receipts of a file, the first one first; none where they are not there or cannot be read.
    ///
    /// The store knows a name as people see it. Where that is not the name itself, as of one that is no text, nothing is
    /// found, and never the receipt of another file.
    func texts(of file: DeliveredFile) -> [String] {
        let name = FileName(file.fileName)
        guard name.printable == file.fileName, let receipts = try? Directory.open(folder) else { return [] }
        return (1...Self.mostShown).compactMap { number in
            let receipt = name.receiptName(sha256: file.hash, number: number).extended(by: ".txt")
            return Self.text(receipt, in: receipts)
        }
    }

    private static func text(_ name: FileName, in folder: Directory) -> String? {
        guard let file = try? folder.openFile(name), let status = try? file.status(), status.kind == .regular,
            let bytes = try? file.bytes(upTo: longest)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
