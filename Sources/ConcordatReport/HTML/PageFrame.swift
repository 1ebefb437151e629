/// What every page has: head, policy, style, a link past the header, the landmarks.
struct PageFrame {
  /// In the title bar and in the list of open tabs; what matters most comes first.
  var title: String
  /// What stands in the header beside the name of the program.
  var subtitle: String
  /// Whether the page has a search box for its script to bring to life.
  var hasSearch = false

  func write(to html: inout HTMLWriter, main: (inout HTMLWriter) -> Void, footer: (inout HTMLWriter) -> Void) {
    html.literal("<!DOCTYPE html>\n")
    html.element("html", .set("lang", "en-GB")) { html in
      html.newline()
      html.element("head") { writeHead(to: &$0) }
      html.newline()
      html.element("body") { html in
        html.newline()
        html.element("a", .classes("skip"), .link(to: HTMLAnchor("main")), words: "Skip to the content")
        html.element("header", .classes("top")) { html in
          html.element("div", .classes("wide")) { html in
            html.element("p", .classes("brand"), words: "Concordat")
            html.element("p", .classes("subtitle"), text: subtitle)
          }
        }
        html.newline()
        html.element("main", .id(HTMLAnchor("main")), .classes("wide"), .set("tabindex", "-1"), body: main)
        html.newline()
        html.element("footer", .classes("wide"), body: footer)
        if hasSearch {
          html.newline()
          html.element("script") { $0.literal(PageScript.search) }
        }
        html.newline()
      }
      html.newline()
    }
    html.newline()
  }

  private func writeHead(to html: inout HTMLWriter) {
    html.newline()
    html.void("meta", .set("charset", "utf-8"))
    html.newline()
    html.void(
      "meta", .set("http-equiv", "Content-Security-Policy"),
      .policy(ContentPolicy(style: PageStyle.sheet, script: hasSearch ? PageScript.search : nil)))
    html.newline()
    html.void("meta", .set("name", "viewport"), .set("content", "width=device-width, initial-scale=1"))
    html.newline()
    html.void("meta", .set("name", "referrer"), .set("content", "no-referrer"))
    html.newline()
    html.element("title", text: title)
    html.newline()
    html.element("style") { $0.literal(PageStyle.sheet) }
    html.newline()
  }
}

/// What improves a page where scripts run; without it, everything is there all the same.
enum PageScript {
  /// Shows the search box, and hides findings that do not hold all the words in it.
  static let search: StaticString = """

    (() => {
      const area = document.getElementById("search");
      const box = document.getElementById("search-box");
      const status = document.getElementById("search-status");
      if (!area || !box || !status) return;
      const findings = [...document.querySelectorAll("article.finding")];
      const texts = findings.map((finding) => finding.textContent.toLowerCase());
      area.hidden = false;
      box.addEventListener("input", () => {
        const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
        let hits = 0;
        findings.forEach((finding, index) => {
          const isHit = words.every((word) => texts[index].includes(word));
          finding.classList.toggle("miss", !isHit);
          if (isHit) hits += 1;
          if (isHit && words.length > 0) finding.closest("details").open = true;
        });
        document.body.classList.toggle("searching", words.length > 0);
        status.textContent = words.length === 0 ? "" : hits === 1 ? "1 finding holds these words" : hits + " findings hold these words";
      });
    })();

    """
}
