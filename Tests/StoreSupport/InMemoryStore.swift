internal import Storage
internal import Synchronization

/// A store that forgets everything at its end, for tests of what works on a store.
///
/// It keeps every promise of ``Store`` but that of the disk: the conformance suite runs over it too.
package final class InMemoryStore: Store {
    private let memory = Mutex(Memory())

    /// An empty store.
    package init() {}

    /// Looks at what is kept.
    func read<Value: Sendable>(_ body: (Memory) throws -> Value) rethrows -> Value {
        try body(memory.withLock { $0 })
    }

    /// Changes what is kept, all of it where the body returns and nothing where it throws.
    func write<Value: Sendable>(_ body: (inout Memory) throws -> Value) throws -> Value {
        try memory.withLock { memory in
            var changed = memory
            let value = try body(&changed)
            changed.changes += 1
            memory = changed
            return value
        }
    }
}
