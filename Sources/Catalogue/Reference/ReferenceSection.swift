/// The known keys of one mapping.
///
/// The readers check by them and the reference is printed from them.
struct ReferenceSection {
    /// The mapping in words: `folders`, `an indicator`.
    let name: String
    let keys: [ReferenceKey]
}
