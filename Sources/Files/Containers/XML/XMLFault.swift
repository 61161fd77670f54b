package import Feeds

/// Why XML is not read.
package enum XMLFault: Error, Hashable, Sendable {
    /// It is not well-formed, or in an encoding that is not known.
    case damaged(line: Int)
    /// It declares a document type, which no part of a workbook needs: entities may unfold without end.
    case documentType
    case tooDeep
    /// One name, attribute, comment or the like is longer than is allowed.
    case tokenTooLong

    /// The label in the receipt.
    package var reason: IntakeReason { .xmlDamaged }
}
