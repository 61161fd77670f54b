package import Files

/// The content of a file that is handed over; two are the same where they are the same open file.
package struct HandedFile: Hashable, Sendable {
    package let file: OpenFile
    /// What a large one has to have to be there.
    private let turn: LargeRequests.Turn?

    package init(_ file: OpenFile) {
        self.init(file, in: nil)
    }

    init(_ file: OpenFile, in turn: LargeRequests.Turn?) {
        (self.file, self.turn) = (file, turn)
    }

    package static func == (one: HandedFile, other: HandedFile) -> Bool { one.file === other.file }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(file)) }
}
