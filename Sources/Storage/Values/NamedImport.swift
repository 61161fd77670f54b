package import Indicators

/// A file that was taken in, as people name it: by its name, the name it is kept under, or how its SHA-256 begins.
package struct NamedImport: Hashable, Sendable {
    /// An import that may be meant.
    package struct Candidate: Hashable, Sendable {
        package let id: Int64
        package let hash: String
        package let fileName: String
        package let at: Instant
        package let isUndone: Bool

        package init(id: Int64, hash: String, fileName: String, at: Instant, isUndone: Bool) {
            self.id = id
            self.hash = hash
            self.fileName = fileName
            self.at = at
            self.isUndone = isUndone
        }
    }

    /// Which of the candidates is meant.
    package enum Choice: Hashable, Sendable {
        case none
        /// All imports of one content.
        case one([Candidate])
        case ambiguous([Candidate])
    }

    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The first hexadecimal digits of a hash, where the text can be that.
    package var hash: String? {
        (1...64).contains(text.utf8.count) && Self.isHexadecimal(text) ? text.lowercased() : nil
    }

    /// What it says of a file that is kept under its name and the first 12 digits of its hash.
    package struct Kept: Hashable, Sendable {
        package let fileNames: [String]
        package let hash: String

        /// Whether the file may be kept so.
        package func mayBe(_ fileName: String, _ hash: String) -> Bool {
            fileNames.contains(fileName) && hash.hasPrefix(self.hash)
        }
    }

    /// Receipts have the digits behind the name, `a.csv.0123456789ab.2.txt`; archive and quarantine before its extension,
    /// `a.0123456789ab.csv`, earlier versions behind it.
    package var kept: Kept? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let place = parts.dropFirst().firstIndex(where: { $0.utf8.count == 12 && Self.isHexadecimal($0) }) else {
            return nil
        }
        let stem = parts[..<place].joined(separator: ".")
        let whole = (parts[..<place] + parts[(place + 1)...]).joined(separator: ".")
        return Kept(fileNames: [stem, whole], hash: parts[place].lowercased())
    }

    private static func isHexadecimal(_ text: some StringProtocol) -> Bool {
        text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// Chooses among imports that the text may mean, in the order in which they were taken in.
    ///
    /// Of several files with one name those that were undone are not meant any more.
    package static func choice(among found: [Candidate]) -> Choice {
        guard !found.isEmpty else { return .none }
        if Set(found.map(\.hash)).count == 1 { return .one(found) }
        let standing = found.filter { !$0.isUndone }
        guard let last = (standing.last ?? found.last)?.hash else { return .none }
        return Set(standing.map(\.hash)).count > 1
            ? .ambiguous(Array(standing.prefix(mostShown))) : .one(found.filter { $0.hash == last })
    }

    private static let mostShown = 10
}
