import Yams

/// Composes a YAML text; what Yams finds wrong is put in words, with its place.
///
/// Yams stops at the first fault: the rest of the file is looked at when that is mended.
struct YAMLComposer {
    let file: String
    let faults: FaultList

    /// The document; `nil` where it cannot be composed.
    func root(of text: String) -> YAMLNode? {
        do {
            return try compose(text)
        } catch let error as YamlError {
            report(error)
        } catch {
            faults.add("the file cannot be read as YAML: \(error)", at: .start(of: file))
        }
        return nil
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

    private func report(_ error: YamlError) {
        switch error {
        case .duplicatedKeysInMapping(let keys, let context):
            faults.add(
                Self.message(duplicates: keys),
                at: Place(file: file, line: context.mark.line, column: context.mark.column)
            )
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            faults.add(message(problem, within: context), at: Place(file: file, line: mark.line, column: mark.column))
        default:
            faults.add("the file cannot be read as YAML: \(escaped(error.description))", at: .start(of: file))
        }
    }

    /// Yams tells all keys of one mapping in order, with the place where the first of them stands first.
    private static func message(duplicates keys: [String]) -> String {
        guard let first = keys.first.map(quoted), keys.count > 1 else {
            return "the key \(quoted(keys.first ?? "")) stands twice in its mapping, first here; remove one of them"
        }
        let list = keys.map(quoted).joined(separator: ", ")
        return "keys stand twice in one mapping: \(list); \(first) stands first here; remove one of each"
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
