internal import Crypto

/// What the tokens of forms are made with: made anew at each start, and known to nobody else.
package struct FormKey: Hashable, Sendable {
    let key: SymmetricKey

    package init() {
        key = SymmetricKey(size: .bits256)
    }

    package static func == (one: FormKey, other: FormKey) -> Bool { one.key == other.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key.bitCount) }
}
