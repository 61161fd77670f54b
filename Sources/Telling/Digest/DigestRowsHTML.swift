internal import Assessment
internal import Indicators

/// The table of what is still open: light, indicator, value, target, since.
///
/// Each cell carries its label, which shows only at the width of a phone, where the row of headings does not.
enum DigestRowsHTML {
    /// The table; nothing where there are no rows.
    static func table(_ groups: [DigestPage.RowGroup]) -> HTML {
        guard let labels = groups.first?.columns else { return "" }
        let heads = (["Indicator"] + labels).map { label -> HTML in
            "<th scope=\"col\" align=\"left\" valign=\"bottom\" style=\"\(padding);font-weight:normal\">\(label)</th>"
        }
        return """
            <table class="stack" width="100%" cellpadding="0" cellspacing="0" border="0" \
            style="margin:0 0 16px;font-size:14px;line-height:1.4">
            <tr class="head">\(HTML(joining: heads))</tr>
            \(HTML(joining: groups.map { group($0) }))</table>

            """
    }

    private static let padding = "padding:4px 8px 4px 0"
    private static let line = "border-top:1px solid #a8b0b8"

    private static func group(_ group: DigestPage.RowGroup) -> HTML {
        let name = group.name.map { name -> HTML in
            """
            <tr><th colspan="\(String(group.columns.count + 1))" scope="colgroup" align="left" style="padding:12px 0 4px">\(name)</th></tr>

            """
        }
        return HTML(joining: [name].compactMap(\.self) + group.rows.map { row($0, columns: group.columns.count) })
    }

    private static func row(_ row: DigestPage.Row, columns: Int) -> HTML {
        let notes = row.notes.map { note -> HTML in
            "<tr><td colspan=\"\(String(columns + 1))\" style=\"padding:0 0 4px 16px\">\(note)</td></tr>\n"
        }
        let width = columns - row.cells.count + 1
        return """
            <tr><th scope="row" align="left" valign="top" style="\(padding);\(line);font-weight:normal">\
            \(DigestCardHTML.badge(row.light, row.word)) \(DigestCardHTML.title(row.title, row.link))</th>\
            \(HTML(joining: row.cells.enumerated().map { cell($1, width: $0 == 0 ? width : 1) }))</tr>
            \(HTML(joining: notes))
            """
    }

    private static func cell(_ figure: Figure, width: Int) -> HTML {
        let span: HTML = width > 1 ? " colspan=\"\(String(width))\"" : ""
        return """
            <td\(span) valign="top" style="\(padding);\(line)"><span class="small label" style="display:none;\
            \(DigestPalette.label.style)">\(figure.label)</span> \(figure.value)</td>
            """
    }
}
