internal import CMalloc

/// The memory that the process has freed and that its allocator keeps for later.
enum FreedMemory {
    /// Gives it back to the system; it takes some milliseconds.
    static func giveBack() { _ = malloc_trim(0) }
}
