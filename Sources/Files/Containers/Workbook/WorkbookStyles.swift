/// `styles.xml`: which format a cell has.
final class WorkbookStyles: XMLHandler {
    private enum Place {
        case formats
        case cellFormats
    }

    private let most: Int
    private var codes: [Int: NumberFormat] = [:]
    private var ids: [Int] = []
    private var place: Place?
    private lazy var formats = ids.map { codes[$0] ?? NumberFormat(builtIn: $0) }

    init(most: Int) {
        self.most = most
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name.namespace == .spreadsheet else { return }
        switch (name.local, place) {
        case ("numFmts", nil): place = .formats
        case ("cellXfs", nil): place = .cellFormats
        case ("numFmt", .formats): note(attributes)
        case ("xf", .cellFormats): ids.append(attributes["numFmtId"]?.number ?? 0)
        default: break
        }
        guard codes.count <= most, ids.count <= most else { throw WorkbookFault.Problem.tooManyParts }
    }

    private func note(_ attributes: XMLAttributes) {
        guard let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"]?.text else { return }
        codes[id] = NumberFormat(code)
    }

    func end(_ name: XMLName) throws -> XMLStep {
        guard name.namespace == .spreadsheet else { return .goOn }
        switch name.local {
        case "numFmts", "cellXfs": place = nil
        default: break
        }
        return .goOn
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

    /// The format with the number that a cell names.
    func format(_ number: Int) -> NumberFormat { formats.indices.contains(number) ? formats[number] : .general }
}
