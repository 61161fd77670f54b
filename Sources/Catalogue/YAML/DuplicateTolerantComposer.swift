internal import Indicators
import Yams

/// Composes a YAML text although keys stand in it twice, and notes each of them with its place.
///
/// Yams stops at the first mapping with a duplicate and does not say where the second key stands. Here that key is
/// found, replaced by one of the same length from the private use area, and the text is composed again.
struct DuplicateTolerantComposer {
    private static let maximumDuplicates = 50

    let file: String
    let faults: FaultList
    private let text: String

    init(text: String, file: String, faults: FaultList) {
        self.text = text
        self.file = file
        self.faults = faults
    }

    /// The document; `nil` where it cannot be composed.
    func root() -> YAMLNode? {
        var text = text
        for number in 0..<Self.maximumDuplicates {
            do {
                return try compose(text)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                var lines = AnchorScan.lines(of: text)
                guard mask(keys: keys, first: context.mark, number: number, in: &lines) else { return nil }
                text = Self.joined(lines)
            } catch let error as YamlError {
                report(error)
                return nil
            } catch {
                faults.add("the file cannot be read as YAML: \(error)", at: .start(of: file))
                return nil
            }
        }
        faults.add("more than \(Self.maximumDuplicates) keys stand twice; remove them first", at: .start(of: file))
        return nil
    }

    private static func joined(_ lines: [[Unicode.Scalar]]) -> String {
        var joined = String.UnicodeScalarView()
        joined.append(contentsOf: lines.joined(separator: ["\n"]))
        return String(joined)
    }

    private func compose(_ text: String) throws -> YAMLNode? {
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        // Nodes hold their anchors weakly: the parser has to outlive the conversion.
        return try withExtendedLifetime(parser) {
            guard let node = try parser.singleRoot() else {
                faults.add("the file is empty; fill it, or take it out of the globs", at: .start(of: file))
                return nil
            }
            return YAMLConversion(file: file, faults: faults).node(node)
        }
    }

    // MARK: Duplicates

    /// Renames the second of two equal keys and notes it; `false` where it cannot be found.
    private func mask(keys: [String], first: Mark, number: Int, in lines: inout [[Unicode.Scalar]]) -> Bool {
        for key in keys.sorted() {
            guard let second = second(key, after: first, in: lines), let stand = Unicode.Scalar(0xE000 + UInt32(number))
            else { continue }
            let isQuoted = lines[second.line][..<second.column].last.map { $0 == "\"" || $0 == "'" } ?? false
            let place = Place(file: file, line: second.line + 1, column: second.column + (isQuoted ? 0 : 1))
            faults.add(
                "the key \(quoted(key)) stands twice; the first is on line \(first.line); remove one of them",
                at: place
            )
            let length = key.unicodeScalars.count
            lines[second.line].replaceSubrange(
                second.column..<second.column + length,
                with: [Unicode.Scalar](repeating: stand, count: length)
            )
            return true
        }
        let list = keys.sorted().map(quoted).joined(separator: ", ")
        faults.add(
            "keys stand twice in this mapping: \(list); remove one of each",
            at: Place(file: file, line: first.line, column: first.column)
        )
        return false
    }

    /// Finds the key again: in a block mapping in the same column, in `{…}` anywhere behind the first.
    private func second(_ key: String, after mark: Mark, in lines: [[Unicode.Scalar]]) -> (line: Int, column: Int)? {
        let firstLine = mark.line - 1
        guard lines.indices.contains(firstLine) else { return nil }
        let word = Array(key.unicodeScalars)
        for line in firstLine..<lines.count {
            let start = line == firstLine ? mark.column - 1 + word.count : 0
            for column in lines[line].indices.dropFirst(start) where isKey(word, at: column, in: lines[line]) {
                let isInColumn = line > firstLine && indent(of: lines[line]) == mark.column - 1
                if isInColumn || isInFlow(column, lines[line]) { return (line, column) }
            }
        }
        return nil
    }

    private func isKey(_ word: [Unicode.Scalar], at column: Int, in line: [Unicode.Scalar]) -> Bool {
        guard column + word.count <= line.count, Array(line[column..<column + word.count]) == word else { return false }
        let before = line[..<column].last
        guard before.map({ " {,\"'".unicodeScalars.contains($0) }) ?? true else { return false }
        let rest = line[(column + word.count)...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        return rest.first == ":"
    }

    private func isInFlow(_ column: Int, _ line: [Unicode.Scalar]) -> Bool {
        let before = line[..<column].last { !" \"'".unicodeScalars.contains($0) }
        return before == "{" || before == ","
    }

    private func indent(of line: [Unicode.Scalar]) -> Int { line.prefix { $0 == " " }.count }

    // MARK: Syntax

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            faults.add(message(problem, within: context), at: Place(file: file, line: mark.line, column: mark.column))
        default:
            faults.add("the file cannot be read as YAML: \(escaped(error.description))", at: .start(of: file))
        }
    }

    private func message(_ problem: String, within context: YamlError.Context?) -> String {
        let begun = context.map { " \($0.text) that begins on line \($0.mark.line)" } ?? ""
        return switch problem {
        case "found undefined alias": YAMLDocument.anchorMessage
        case "but found another document": "a second document ('---') begins; one file holds one document"
        case let problem where problem.contains("block scalar") || problem.contains("expected comment or line break"):
            "YAML: \(problem); a text that begins with '>' or '|' has to stand in quotes: '>59%'"
        case let problem where problem.contains("cannot start any token"):
            "YAML: \(problem); put the text in quotes"
        default: "YAML: \(escaped(problem + begun)); check the indentation and the quotes up to here"
        }
    }
}
