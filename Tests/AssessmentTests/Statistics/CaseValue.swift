import Foundation

/// A value of a reference case, as JSON has it.
indirect enum CaseValue: Sendable, Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([CaseValue])
    case object([String: CaseValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([CaseValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: CaseValue].self))
        }
    }

    init(_ number: Double?) { self = number.map(CaseValue.number) ?? .null }
    init(_ number: Int?) { self = number.map { .number(Double($0)) } ?? .null }
    init(_ text: String?) { self = text.map(CaseValue.text) ?? .null }
    init(_ range: ClosedRange<Double>?) {
        self = range.map { .list([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
    }

    subscript(_ key: String) -> CaseValue {
        if case .object(let members) = self { members[key] ?? .null } else { .null }
    }

    var double: Double? { if case .number(let number) = self { number } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var string: String? { if case .text(let text) = self { text } else { nil } }
    var list: [CaseValue] { if case .list(let list) = self { list } else { [] } }
    var doubles: [Double] { list.compactMap(\.double) }
    var keys: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }

    /// Where a computed value is not the expected one, each with its path; numbers may differ by a part in 10^9.
    ///
    /// What is expected has to be computed; more may be.
    func differences(from computed: CaseValue, at path: String = "") -> [String] {
        switch (self, computed) {
        case (.number(let expected), .number(let number)):
            abs(expected - number) <= 1e-9 * max(abs(expected), abs(number)) || abs(expected - number) < 1e-13
                ? [] : ["\(path): \(number) instead of \(expected)"]
        case (.object(let expected), .object(let members)):
            expected.keys.sorted().flatMap { key in
                members[key].map { expected[key, default: .null].differences(from: $0, at: "\(path).\(key)") }
                    ?? ["\(path).\(key): not computed"]
            }
        case (.list(let expected), .list(let list)) where expected.count == list.count:
            zip(expected, list).enumerated().flatMap { $1.0.differences(from: $1.1, at: "\(path)[\($0)]") }
        default: self == computed ? [] : ["\(path): \(computed) instead of \(self)"]
        }
    }
}
