/// `sharedStrings.xml`: the texts that cells refer to, one behind the other.
final class SharedTexts: XMLHandler {
    private let mostBytes: Int
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var current: CellText
    private var isInText = false
    /// How deep within a reading aid for Japanese, which is no part of the text.
    private var phonetic = 0

    init(limits: WorkbookLimits) {
        mostBytes = limits.sharedBytes
        current = CellText(mostUnits: limits.cellUnits)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name.namespace == .spreadsheet else { return }
        switch name.local {
        case "t": isInText = phonetic == 0
        case "rPh": phonetic += 1
        default: break
        }
    }

    func end(_ name: XMLName) throws -> XMLStep {
        guard name.namespace == .spreadsheet else { return .goOn }
        switch name.local {
        case "t": isInText = false
        case "rPh": phonetic -= 1
        case "si": try keep()
        default: break
        }
        return .goOn
    }

    private func keep() throws {
        current.unescape()
        bytes.append(contentsOf: current.bytes)
        ends.append(bytes.count)
        current.removeAll()
        guard bytes.count + 8 * ends.count <= mostBytes else { throw WorkbookFault.Problem.textsTooLong }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if isInText { try current.append(bytes) }
    }

    /// The text with a number; `nil` where there is none.
    func text(_ number: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(number) else { return nil }
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }
}
