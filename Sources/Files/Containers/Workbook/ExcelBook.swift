internal import Feeds

/// `workbook.xml` and the parts that all its sheets share.
final class ExcelBook: XMLHandler {
    struct NamedSheet {
        let name: String
        let isHidden: Bool
        let id: String
    }

    private let limits: WorkbookLimits
    private(set) var sheets: [NamedSheet] = []
    private(set) var dates = SheetDates.from1900
    /// Whether the program that wrote it left calculating to Excel: the values of its formulas may be made up.
    private(set) var isNotCalculated = false
    var styles: WorkbookStyles
    var texts: SharedTexts

    init(limits: WorkbookLimits) {
        self.limits = limits
        styles = WorkbookStyles(most: limits.parts)
        texts = SharedTexts(limits: limits)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name.namespace == .spreadsheet else { return }
        switch name.local {
        case "sheet": try note(attributes)
        case "workbookPr": dates = attributes["date1904"]?.isTrue ?? false ? .from1904 : .from1900
        case "calcPr": isNotCalculated = attributes["fullCalcOnLoad"]?.isTrue ?? false
        default: break
        }
    }

    private func note(_ attributes: XMLAttributes) throws {
        guard let name = attributes["name"]?.text, let id = attributes[.officeRelationship, "id"]?.text else { return }
        guard sheets.count < limits.parts else { throw WorkbookFault.Problem.tooManyParts }
        let isHidden = attributes["state"].map { $0.equals("hidden") || $0.equals("veryHidden") } ?? false
        sheets.append(NamedSheet(name: name, isHidden: isHidden, id: id))
    }

    func end(_ name: XMLName) throws -> XMLStep { .goOn }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
}
