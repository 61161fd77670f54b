/// How large a picture is drawn, in CSS pixels.
package struct ChartSize: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// The size of its letters.
    package let text: Int
    /// About so many values stand at the axis.
    let steps: Int

    /// In a mail: on a telephone it is made a little smaller, and its letters are then still 12 pixels.
    package static let mail = ChartSize(width: 340, height: 240, text: 14, steps: 4)
    /// On a page and in a report.
    package static let page = ChartSize(width: 720, height: 300, text: 13, steps: 5)
    /// One of many beside each other.
    static let small = ChartSize(width: 260, height: 170, text: 12, steps: 3)
}
