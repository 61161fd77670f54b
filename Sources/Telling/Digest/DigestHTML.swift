package import Alerting
internal import Assessment
package import Indicators

/// The digest as a page for mail programs.
///
/// Tables make the layout, since Outlook shows pages with Word. Nothing comes from elsewhere and nothing runs.
package enum DigestHTML {
    /// The page, with line feeds.
    package static func render(_ digest: Digest, sender: MailSender, zone: LocalZone, language: Language) -> String {
        render(DigestPage(digest, sender: sender, zone: zone, language: language))
    }

    /// The page of what a digest says.
    package static func render(_ page: DigestPage) -> String {
        let language = page.language
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="ltr">
            \(head(page))
            <body class="page" style="margin:0;padding:0;\(DigestPalette.page.style)">
            \(firstLine(page))\
            <div class="page" lang="\(language.rawValue)" dir="ltr" style="\(DigestPalette.page.style);\(Self.font)">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td class="outer" align="center" style="padding:16px 8px">
            <!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
            <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" \
            style="max-width:640px;text-align:left;word-break:break-word;\(DigestPalette.card.style)"><tr><td class="inner" \
            style="padding:24px;\(Self.font)">
            \(body(page))
            </td></tr></table>
            <!--[if mso]></td></tr></table><![endif]-->
            </td></tr></table>
            </div>
            </body>
            </html>

            """
        return html.markup
    }

    private static let font = "font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5"

    /// At the width of a phone labels stand above their values, and a table of alerts becomes a list.
    private static let phoneRules = """
        @media (max-width:480px){.outer{padding:0!important}.inner{padding:16px 12px!important}\
        .stack,.stack tbody,.stack tr,.stack th,.stack td{display:block!important;width:auto!important;\
        padding-left:0!important;padding-right:0!important}.stack .head{display:none!important}\
        .stack .small{display:block!important}.stack td{border:0!important}}
        """

    private static func head(_ page: DigestPage) -> HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>\(page.subject)</title>
        <style>:root{color-scheme:light dark;supported-color-schemes:light dark}\
        \(phoneRules)@media (prefers-color-scheme:dark){\(DigestPalette.darkRules)}</style>
        </head>
        """
    }

    /// What mail programs show behind the subject; nobody sees it on the page.
    private static func firstLine(_ page: DigestPage) -> HTML {
        guard !page.firstLine.isEmpty else { return "" }
        return """
            <div class="first" style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px">\
            \(page.firstLine)</div>

            """
    }

    private static func body(_ page: DigestPage) -> HTML {
        """
        \(occasion(page))<h1 style="margin:0 0 12px;font-size:24px;line-height:1.25">\(page.heading)</h1>
        \(strip(page.strip))\(paragraphs(page.lead))\
        \(HTML(joining: page.sections.map { section($0, page) }))\
        \(closing(page))
        """
    }

    private static func occasion(_ page: DigestPage) -> HTML {
        guard !page.occasion.isEmpty else { return "" }
        return """
            <p class="label" style="margin:0 0 4px;font-size:14px;\(DigestPalette.label.style)">\(page.occasion)</p>

            """
    }

    private static func strip(_ strip: DigestStrip) -> HTML {
        let cells = strip.cells.map { cell -> HTML in
            let tone = cell.light.map(DigestPalette.badge) ?? DigestPalette.plain
            let symbol = cell.light.map { light -> HTML in "<span aria-hidden=\"true\">\(light.symbol)</span> " } ?? ""
            return """
                <span class="\(tone.name)" style="display:inline-block;margin:0 4px 6px 0;padding:3px 10px;\(tone.style)">\
                \(symbol)\(cell.word) <b>\(cell.count)</b></span>

                """
        }
        return cells.isEmpty ? "" : "<p style=\"margin:0 0 12px\">\n\(HTML(joining: cells))</p>\n"
    }

    /// How the paragraphs look that close it, and the rule above them.
    static let closingStyle = "margin:0 0 8px;font-size:14px;\(DigestPalette.label.style)"
    static let ruleStyle = "margin:32px 0 12px;border:0;border-top:1px solid #767f88"

    private static func closing(_ page: DigestPage) -> HTML {
        let style = closingStyle
        let about = page.about.map { text -> HTML in "<p class=\"label\" style=\"\(style)\">\(text)</p>\n" }
        return """
            <hr style="\(ruleStyle)">
            \(HTML(joining: about))\(page.overview.map { overview($0, page, style) } ?? "")\
            <p class="label" style="\(style)">\(page.contact) \
            <a class="link" href="mailto:\(page.contactAddress.percentEncoded(allowing: "@+"))" \
            style="\(DigestPalette.link.style)">\(page.contactAddress)</a></p>
            """
    }

    private static func overview(_ address: String, _ page: DigestPage, _ style: String) -> HTML {
        """
        <p class="label" style="\(style)">\(page.overviewWords) \
        \(DigestCardHTML.title(address, address))</p>

        """
    }

    private static func heading(_ text: String) -> HTML {
        "<h2 style=\"margin:28px 0 8px;font-size:20px;line-height:1.3\">\(text)</h2>"
    }

    private static func paragraphs(_ texts: [String]) -> HTML {
        HTML(joining: texts.map { "<p style=\"margin:0 0 12px\">\($0)</p>\n" })
    }

    private static func section(_ section: DigestPage.Section, _ page: DigestPage) -> HTML {
        let cards = section.entries.map { entry in
            DigestCardHTML.card(entry, entry.series.flatMap { page.charts[$0] }, takingUp: page.takeUpWords)
        }
        let introduction = section.introduction.map { [$0] } ?? []
        let lines = section.lines.map { line -> HTML in "<li style=\"margin:0 0 8px\">\(line)</li>\n" }
        let list: HTML = "<ul style=\"margin:0 0 12px;padding:0 0 0 20px\">\n\(HTML(joining: lines))</ul>\n"
        return """
            \(heading(section.heading))
            \(paragraphs(introduction))\
            \(section.table.map(table) ?? "")\
            \(HTML(joining: cards))\
            \(DigestRowsHTML.table(section.rows))\
            \(lines.isEmpty ? "" : list)
            """
    }

    private static func table(_ table: DigestPage.Table) -> HTML {
        let rows = table.rows.map { row -> HTML in
            """
            <tr><th scope="row" align="left" valign="top" style="padding:2px 12px 2px 0;font-weight:normal">\(row.title)</th>\
            \(HTML(joining: row.cells.map { cell -> HTML in "<td align=\"right\" valign=\"top\" style=\"padding:2px 0 2px 12px\">\(cell)</td>" }))</tr>

            """
        }
        let heads = table.columns.enumerated().map { column -> HTML in
            let align = column.offset == 0 ? "left" : "right"
            return "<th scope=\"col\" align=\"\(align)\" style=\"padding:2px 0 2px 12px\">\(column.element)</th>"
        }
        return """
            <table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;font-size:15px;line-height:1.45">
            <tr>\(HTML(joining: heads))</tr>
            \(HTML(joining: rows))</table>

            """
    }
}
