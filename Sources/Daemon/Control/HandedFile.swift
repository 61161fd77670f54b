package import Files

/// The content of a file that is handed over; two are the same where they are the same open file.
package struct HandedFile: Hashable, Sendable {
    package let file: OpenFile

    package init(_ file: OpenFile) {
        self.file = file
    }

    package static func == (one: HandedFile, other: HandedFile) -> Bool { one.file === other.file }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(file)) }
}
