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
            <div class="page" lang="\(language.rawValue)" dir="ltr" style="\(DigestPalette.page.style);\(Self.font)">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td align="center" style="padding:16px 8px">
            <!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
            <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" \
            style="max-width:640px;text-align:left;word-break:break-word;\(DigestPalette.card.style)"><tr><td style="padding:24px;\(Self.font)">
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

    private static func head(_ page: DigestPage) -> HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>\(page.subject)</title>
        <style>:root{color-scheme:light dark;supported-color-schemes:light dark}\
        @media (prefers-color-scheme:dark){\(DigestPalette.darkRules)}</style>
        </head>
        """
    }

    private static func body(_ page: DigestPage) -> HTML {
        """
        <h1 style="margin:0 0 12px;font-size:24px;line-height:1.25">\(page.heading)</h1>
        \(paragraphs(page.lead))\
        \(HTML(joining: page.sections.map(section)))\
        \(heading(page.aboutHeading))
        \(paragraphs(page.about))\
        <p style="margin:0 0 12px">\(page.contact) \
        <a class="link" href="mailto:\(page.contactAddress.percentEncoded(allowing: "@+"))" \
        style="\(DigestPalette.link.style)">\(page.contactAddress)</a></p>
        """
    }

    private static func heading(_ text: String) -> HTML {
        "<h2 style=\"margin:32px 0 8px;font-size:20px;line-height:1.3\">\(text)</h2>"
    }

    private static func paragraphs(_ texts: [String]) -> HTML {
        HTML(joining: texts.map { "<p style=\"margin:0 0 12px\">\($0)</p>\n" })
    }

    private static func section(_ section: DigestPage.Section) -> HTML {
        let introduction = section.introduction.map { [$0] } ?? []
        let lines = section.lines.map { line -> HTML in "<li style=\"margin:0 0 8px\">\(line)</li>\n" }
        let list: HTML = "<ul style=\"margin:0 0 12px;padding:0 0 0 24px\">\n\(HTML(joining: lines))</ul>\n"
        return """
            \(heading(section.heading))
            \(paragraphs(introduction))\
            \(section.table.map(table) ?? "")\
            \(HTML(joining: section.entries.map(entry)))\
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

    private static func entry(_ entry: DigestPage.Entry) -> HTML {
        let tone = DigestPalette.badge(entry.light)
        return """
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr>\
            <td class="\(tone.name)" width="6" style="width:6px;font-size:1px;\(tone.style)">&nbsp;</td>\
            <td style="padding:0 0 0 14px">
            <h3 style="margin:0 0 4px;font-size:18px;line-height:1.35">\
            <span class="\(tone.name)" style="padding:1px 8px;font-size:15px;\(tone.style)">\
            <span aria-hidden="true">\(entry.light.symbol)</span> \(entry.word)</span> \(entry.title)</h3>
            <p style="margin:0 0 8px">\(entry.verdict)</p>
            <table cellpadding="0" cellspacing="0" border="0" style="font-size:15px;line-height:1.45">
            \(HTML(joining: entry.facts.enumerated().map { fact($1, isFirst: $0 == 0) }))</table>
            </td></tr></table>

            """
    }

    /// The first fact is the value itself: it stands out.
    private static func fact(_ fact: Figure, isFirst: Bool) -> HTML {
        """
        <tr><th class="label" scope="row" align="left" valign="top" \
        style="padding:2px 16px 2px 0;font-weight:normal;white-space:nowrap;\(DigestPalette.label.style)">\(fact.label)</th>\
        <td valign="top" style="padding:2px 0;font-weight:\(isFirst ? "bold" : "normal")">\(fact.value)</td></tr>

        """
    }
}
