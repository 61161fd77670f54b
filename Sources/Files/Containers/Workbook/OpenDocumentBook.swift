internal import Feeds

/// The names of the tables in an OpenDocument spreadsheet's `content.xml`.
final class OpenDocumentBook: XMLHandler {
    private let limits: WorkbookLimits
    var sheets: [(name: String, isHidden: Bool)] = []
    private(set) var dates = DateStyles()
    private var hiddenStyles: Set<String> = []
    private var style: String?
    private var isInTable = 0

    init(limits: WorkbookLimits) {
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if isInTable == 0 { try dates.start(name, attributes, most: limits.parts) }
        switch (name.namespace, name.local) {
        case (.style, "style"): style = attributes[.style, "name"]?.text
        case (.style, "table-properties"):
            guard let style, let shown = attributes[.table, "display"], shown.equals("false") else { return }
            guard hiddenStyles.count < limits.parts else { throw WorkbookFault.Problem.tooManyParts }
            hiddenStyles.insert(style)
        case (.table, "table"):
            isInTable += 1
            if isInTable == 1 { try note(attributes) }
        default: break
        }
    }

    private func note(_ attributes: XMLAttributes) throws {
        guard sheets.count < limits.parts else { throw WorkbookFault.Problem.tooManyParts }
        let style = attributes[.table, "style-name"]?.text
        let name = attributes[.table, "name"]?.text ?? ""
        sheets.append((name, style.map(hiddenStyles.contains) ?? false))
    }

    func end(_ name: XMLName) throws -> XMLStep {
        if isInTable == 0 { dates.end(name) }
        if name.namespace == .table, name.local.equals("table") { isInTable -= 1 }
        return .goOn
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
}
