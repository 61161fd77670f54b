/// `….rels`: where a part leads to.
///
/// What lies outside the file is passed over.
final class Relationships: XMLHandler {
    struct Target {
        /// The last word of its kind: `worksheet`, `styles`.
        let kind: String
        /// `nil` where it leads out of the file.
        let part: String?
        /// As it is written there.
        let written: String
    }

    private let source: String
    private let most: Int
    private(set) var byID: [String: Target] = [:]

    /// - Parameters:
    ///   - source: the part whose relationships these are.
    ///   - most: how many there may be.
    init(of source: String, most: Int) {
        self.source = source
        self.most = most
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name.namespace == .relationships, name.local.equals("Relationship") else { return }
        guard let id = attributes["Id"]?.text, let kind = attributes["Type"]?.text,
            let target = attributes["Target"]?.text
        else { return }
        if let mode = attributes["TargetMode"], mode.equals("External") { return }
        guard byID.count < most else { throw WorkbookFault.Problem.tooManyParts }
        let word = kind.split(separator: "/").last.map(String.init) ?? kind
        byID[id] = Target(kind: word, part: PartName.resolve(target, from: source), written: target)
    }

    func end(_ name: XMLName) throws -> XMLStep { .goOn }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

    /// The part of a kind; where there are more, the same one every time.
    func part(_ kind: String) -> String? {
        byID.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
    }
}
