/// The namespaces of the parts of workbooks, both spellings of those that have two.
enum XMLNamespace {
    case spreadsheet
    case officeRelationship
    case relationships
    case contentTypes
    case office
    case table
    case text
    case style
    case number
    case manifest
    case calcext
    case none
    case other

    private static let known: [(StaticString, XMLNamespace)] = [
        ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .spreadsheet),
        ("http://purl.oclc.org/ooxml/spreadsheetml/main", .spreadsheet),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .officeRelationship),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", .officeRelationship),
        ("http://schemas.openxmlformats.org/package/2006/relationships", .relationships),
        ("http://schemas.openxmlformats.org/package/2006/content-types", .contentTypes),
        ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", .table),
        ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", .text),
        ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", .office),
        ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", .style),
        ("urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", .number),
        ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", .manifest),
        ("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", .calcext),
    ]

    /// The namespace with a name.
    init(_ name: XMLWord) {
        if name.count == 0 {
            self = .none
            return
        }
        for (spelling, namespace) in Self.known where name.equals(spelling) {
            self = namespace
            return
        }
        self = .other
    }
}
