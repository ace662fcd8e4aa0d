#include "exchange/print.h"

#include <string_view>

#include "document/utf8.h"
#include "exchange/plain_text.h"

namespace planner::exchange {
namespace {

/// Rows and headings stay with what belongs to them; borders are drawn where backgrounds are not printed. Fields of a
/// table share the width fixedly, so that no text, however long its words, makes it wider than the paper.
constexpr std::string_view style =
    "html,body{margin:0;height:auto;overflow:visible;background:#fff;color:#000}"
    "h1,h2,h3,p,ul,dl,table{margin:0 0 .45em}"
    "h1{font-size:1.6em;line-height:1.2}"
    "h2{font-size:1.15em;margin-top:1em;border-bottom:1px solid #000}"
    "h3{font-size:1em;margin:.8em 0 .1em}"
    "h1,h2,h3{break-after:avoid;page-break-after:avoid}"
    "p,li,dd,th,td{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;orphans:2;widows:2}"
    ".quiet{font-size:.9em;color:#333}"
    "ul{padding-left:1.3em}"
    ".good{list-style:\"+  \"}.bad{list-style:\"\\2013  \"}"
    ".boxes{padding:0;list-style:none}.boxes li{display:inline-block;margin-right:1.4em}"
    "dt{float:left;font-weight:600;margin-right:.5em}dt::after{content:\":\"}"
    "dd{margin:0 0 .2em;min-height:1.3em}dd:empty{min-height:1.9em;border-bottom:1px solid #777}"
    "table{width:100%;table-layout:fixed;border-collapse:collapse}"
    "thead{display:table-header-group}"
    "tr,li,.line{break-inside:avoid;page-break-inside:avoid}"
    "th,td{border:1px solid #777;padding:.25em .45em;text-align:start;vertical-align:top}"
    "th{font-weight:600}td:empty{height:2.1em}"
    ".narrow{width:14%}.wide{width:42%}"
    ".line{height:2em;margin:0 0 .2em;border-bottom:1px solid #777}";

/// Only for what fits one page: nothing in it has to break, so that sections may stand side by side.
constexpr std::string_view one_page_style =
    "body{line-height:1.22}"
    "main{display:flex;flex-wrap:wrap;justify-content:space-between}"
    "section{width:100%}.half{width:48.5%}"
    "h2{margin:.55em 0 .25em}p,ul,dl,table{margin-bottom:.15em}"
    "th,td{padding:.1em .35em}td:empty{height:auto}dd:empty{min-height:1.2em;border:0}";

bool turns_direction(std::string_view sequence) {
    if (sequence.size() != 3 || sequence[0] != '\xE2') return false;
    const auto last = static_cast<unsigned char>(sequence[2]);
    return (sequence[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
           (sequence[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

std::string_view entity(char character) {
    switch (character) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return {};
    }
}

/// The text as HTML that shows it.
std::string escaped(std::string_view raw) {
    const std::string text = several_lines(raw);
    std::string html;
    html.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view sequence = std::string_view(text).substr(at, document::utf8_sequence_length(text, at));
        at += sequence.size();
        if (turns_direction(sequence)) continue;
        const std::string_view written = entity(sequence[0]);
        html += written.empty() ? sequence : written;
    }
    return html;
}

/// Writes elements one after another.
class Writer {
public:
    void element(std::string_view tag, std::string_view text, std::string_view attributes = {}) {
        open(tag, attributes);
        html_ += escaped(text);
        close(tag);
    }
    void open(std::string_view tag, std::string_view attributes = {}) {
        html_.append("<").append(tag).append(attributes).append(">");
    }
    void close(std::string_view tag) { html_.append("</").append(tag).append(">\n"); }

    void write(const Paragraph& paragraph) {
        element("p", paragraph.text, paragraph.emphasis == Emphasis::quiet ? " class=\"quiet\"" : "");
    }
    void write(const Heading& heading) { element("h3", heading.text); }
    void write(const List& list) {
        open("ul", list.mark == Mark::good ? " class=\"good\"" : list.mark == Mark::bad ? " class=\"bad\"" : "");
        for (const std::string& item : list.items) element("li", item);
        close("ul");
    }
    void write(const Choices& choices) {
        open("ul", " class=\"boxes\"");
        for (const Choice& choice : choices.choices)
            element("li", (choice.chosen ? "\u2612 " : "\u2610 ") + choice.label);
        close("ul");
    }
    void write(const Definitions& definitions) {
        open("dl");
        for (const auto& [term, text] : definitions.items) {
            element("dt", term);
            element("dd", text);
        }
        close("dl");
    }
    void write(const Table& table) {
        open("table");
        open("thead");
        open("tr");
        for (const Column& column : table.columns)
            element("th", column.title,
                    column.share == Share::narrow ? " scope=\"col\" class=\"narrow\""
                    : column.share == Share::wide ? " scope=\"col\" class=\"wide\""
                                                  : " scope=\"col\"");
        close("tr");
        close("thead");
        open("tbody");
        for (const auto& row : table.rows) write_row(row, table.columns.size());
        close("tbody");
        close("table");
    }
    void write(const Lines& lines) {
        for (std::size_t i = 0; i < lines.count; ++i) element("p", "", " class=\"line\"");
    }

    std::string take() { return std::move(html_); }

private:
    void write_row(const std::vector<std::string>& row, std::size_t columns) {
        open("tr");
        for (std::size_t i = 0; i < columns; ++i) {
            const std::string_view text = i < row.size() ? std::string_view(row[i]) : std::string_view();
            // A head without a word would leave a screen reader with nothing to say.
            const bool heads = i == 0 && !text.empty();
            element(heads ? "th" : "td", text, heads ? " scope=\"row\"" : "");
        }
        close("tr");
    }

    std::string html_;
};

std::string style_of(const Sheet& sheet) {
    const bool one_page = sheet.fit == Fit::one_page;
    std::string css = "@page{size:";
    css += sheet.paper == Paper::a3 ? "A3" : "A4";
    css += sheet.orientation == Orientation::landscape ? " landscape" : " portrait";
    css += one_page ? ";margin:9mm 10mm}" : ";margin:15mm 14mm}";
    css += "body{font:" + std::to_string(sheet.half_points / 2) + (sheet.half_points % 2 == 0 ? "" : ".5") +
           "pt/1.35 Planner,\"Atkinson Hyperlegible Next\",\"Segoe UI\",system-ui,Arial,sans-serif}";
    css += style;
    if (one_page) css += one_page_style;
    return css;
}

} // namespace

std::string to_html(const Sheet& sheet) {
    Writer writer;
    writer.open("!doctype html");
    writer.open("html", sheet.language == process::Language::dutch ? " lang=\"nl\"" : " lang=\"en\"");
    writer.open("head");
    writer.open("meta", " charset=\"utf-8\"");
    writer.open("meta",
                " http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    writer.element("title", one_line(sheet.title));
    writer.open("style");
    std::string html = writer.take() + style_of(sheet);
    writer.close("style");
    writer.close("head");
    writer.open("body");
    writer.open("header");
    writer.element("h1", sheet.title);
    if (!sheet.subtitle.empty()) writer.write(Paragraph{sheet.subtitle});
    if (!sheet.note.empty()) writer.write(Paragraph{sheet.note, Emphasis::quiet});
    writer.close("header");
    writer.open("main");
    for (const Section& section : sheet.sections) {
        writer.open("section", section.width == SectionWidth::half ? " class=\"half\"" : "");
        if (!section.heading.empty()) writer.element("h2", section.heading);
        for (const SheetPart& part : section.parts) std::visit([&](const auto& each) { writer.write(each); }, part);
        writer.close("section");
    }
    writer.close("main");
    writer.close("body");
    writer.close("html");
    return html + writer.take();
}

} // namespace planner::exchange
