internal import Assessment

/// The colours of a terminal, by their numbers there.
enum TerminalPaint: Int, Hashable, Sendable {
    case red = 31
    case green = 32
    case amber = 33
    case grey = 90

    init(_ light: Light) {
        self =
            switch light {
            case .red: .red
            case .amber: .amber
            case .green: .green
            case .grey: .grey
            }
    }
}

extension TerminalLayout {
    /// The text in a colour, where there are colours.
    func painted(_ text: String, _ paint: TerminalPaint?) -> String {
        guard isColoured, let paint else { return text }
        return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
    }

    /// The text in lines of at most a width, of words that stay whole where they can; at least one line.
    func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").flatMap({ Self.pieces($0, max(1, width)) }) {
            guard !line.isEmpty, line.count + 1 + word.count > width else {
                line += line.isEmpty ? word : " \(word)"
                continue
            }
            lines.append(line)
            line = word
        }
        return lines + [line]
    }

    /// A word that is wider than a line is cut.
    private static func pieces(_ word: Substring, _ width: Int) -> [String] {
        stride(from: 0, to: max(1, word.count), by: width).map { String(word.dropFirst($0).prefix(width)) }
    }
}
