/// Gives sheets names that their tabs can have: at most 31 characters, none of `[]:*?/\`, no two alike.
struct SheetNames {
    private var taken: Set<String> = []

    /// The name for the next sheet.
    mutating func next(for wanted: String) -> String {
        let plain = Self.plain(wanted)
        var name = plain
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let tail = " (\(number))"
            name = Self.cut(plain, to: Self.longest - tail.utf16.count) + tail
            number += 1
        }
        return name
    }

    private static let longest = 31

    private static func plain(_ wanted: String) -> String {
        let kept = wanted.unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) && !$0.properties.isControl }
        let name = cut(String(String.UnicodeScalarView(kept)), to: longest).trimmedOfBlanks
        // Excel keeps this name for itself.
        return name.isEmpty || name.lowercased() == "history" ? "Blad" : name
    }

    /// Excel counts as UTF-16 does.
    private static func cut(_ text: String, to length: Int) -> String {
        var cut = text
        while cut.utf16.count > length { cut.removeLast() }
        return cut
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}

extension String {
    fileprivate var trimmedOfBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
