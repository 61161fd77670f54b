import Foundation

/// What a JSON text says, with true told apart from 1.
enum JSON: Decodable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let flag = try? single.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let list = try? single.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try single.decode([String: JSON].self))
        }
    }

    subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    var items: [JSON] {
        guard case .list(let items) = self else { return [] }
        return items
    }

    /// Every object in it, however deep.
    var objects: [JSON] {
        switch self {
        case .null, .flag, .number, .text: []
        case .list(let items): items.flatMap(\.objects)
        case .object(let members): [self] + members.values.flatMap(\.objects)
        }
    }

    var words: String? {
        guard case .text(let words) = self else { return nil }
        return words
    }
}
