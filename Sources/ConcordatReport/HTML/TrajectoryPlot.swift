import ConcordatDiagnostics

/// The course of a target as a small drawing: where it starts, the years, and which way is better.
///
/// The scale is the drawing's own and does not begin at nought: what counts is the direction. The same figures stand as
/// text beside it, for those who do not see the drawing and because a figure is exact.
struct TrajectoryPlot {
  struct Point: Equatable {
    var x: Double
    /// Nothing where there is no figure.
    var y: Double?
    var label: String
    /// The figure as it is shown at its point.
    var figure: String
    var isPlain: Bool
  }

  static let width = 300.0
  static let height = 132.0
  private static let left = 34.0
  private static let right = 266.0
  private static let top = 28.0
  private static let bottom = 84.0
  /// More years than this would be illegible; an agreement has three.
  static let mostYears = 7

  let points: [Point]

  init(_ target: LintReport.Target) {
    let figures = Self.figures(of: target)
    let values = figures.compactMap { $0.figure?.value }
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    let step = figures.count > 1 ? (Self.right - Self.left) / Double(figures.count - 1) : 0
    points = figures.enumerated().map { index, entry in
      let y = entry.figure?.value.map { value in
        // Half of each first: the difference of two large figures could be infinite.
        high > low ? Self.bottom - (value / 2 - low / 2) / (high / 2 - low / 2) * (Self.bottom - Self.top) : (Self.top + Self.bottom) / 2
      }
      return Point(
        x: Self.left + step * Double(index), y: y, label: entry.label,
        figure: entry.figure.map(Self.shown) ?? "–", isPlain: entry.figure?.isPlain ?? false)
    }
  }

  /// The baseline, then the years.
  private static func figures(of target: LintReport.Target) -> [(label: String, figure: LintReport.Figure?)] {
    [("baseline", target.baseline)] + target.figures.prefix(mostYears).map { (short($0.period), $0) }
  }

  /// A figure as it stands in the document where it is only a figure, and as it was read out of the cell where not.
  private static func shown(_ figure: LintReport.Figure) -> String {
    if figure.isPlain { return short(figure.text) }
    guard let value = figure.value else { return short(figure.text) }
    return value.magnitude < 1e15 && value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  /// At most eleven characters: what stands under a point must not run into its neighbour.
  private static func short(_ text: String) -> String {
    text.unicodeScalars.count <= 11 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(10))) + "…"
  }

  /// - Parameter anchor: Of the target; the drawing's title and description get names of their own.
  func write(_ title: String, _ description: String, title titleAnchor: HTMLAnchor, description descriptionAnchor: HTMLAnchor,
    to html: inout HTMLWriter
  ) {
    html.element(
      "svg", .classes("plot"), .set("viewBox", "0 0 300 132"), .set("role", "img"), .labelled(by: titleAnchor),
      .described(by: descriptionAnchor)
    ) { html in
      html.element("title", .id(titleAnchor), text: title)
      html.element("desc", .id(descriptionAnchor), text: description)
      html.empty("line", .classes("axis"), .number("x1", 10), .number("x2", 290), .number("y1", 106), .number("y2", 106))
      if let start = points.first, let y = start.y {
        html.empty("line", .classes("start"), .number("x1", start.x), .number("x2", Self.right), .number("y1", y), .number("y2", y))
      }
      for run in runs where run.count > 1 {
        html.empty("polyline", .classes("course"), .points(run.flatMap { [$0.x, $0.y ?? 0] }))
      }
      for (index, point) in points.enumerated() {
        if let y = point.y {
          html.empty(
            "circle", point.isPlain ? .classes("point") : .classes("point", "unsure"), .number("cx", point.x), .number("cy", y),
            .number("r", 4))
        }
        html.element(
          "text", .set("text-anchor", "middle"), .number("x", point.x), .number("y", labelHeight(of: index)), text: point.figure)
        html.element(
          "text", .classes("year"), .set("text-anchor", "middle"), .number("x", point.x), .number("y", 124), text: point.label)
      }
    }
  }

  /// A figure stands above its point, and below it where the line comes down to it and goes up again.
  private func labelHeight(of index: Int) -> Double {
    guard let y = points[index].y else { return Self.bottom }
    let before = index > 0 ? points[index - 1].y : nil
    let after = index + 1 < points.count ? points[index + 1].y : nil
    let neighbours = [before, after].compactMap(\.self)
    let isLow = !neighbours.isEmpty && neighbours.allSatisfy { $0 < y - 12 }
    return isLow ? y + 17 : y - 9
  }

  /// Stretches of points that follow each other without a gap.
  private var runs: [[Point]] {
    points.split { $0.y == nil }.map(Array.init)
  }
}

/// How the figures of a target go, in words.
enum TrajectoryWords {
  /// Which way is better: "higher is better".
  static func direction(_ target: LintReport.Target) -> String {
    switch target.direction {
    case .higher: "↑ higher is better"
    case .lower: "↓ lower is better"
    case .unknown: "which way is better is not known"
    }
  }

  /// From the baseline to the last year, where both have a figure.
  static func course(_ target: LintReport.Target) -> String? {
    guard let start = target.baseline?.value, let end = target.figures.last(where: { $0.value != nil })?.value else {
      return nil
    }
    if start == end { return "ends where it starts" }
    let isUp = end > start
    switch target.direction {
    case .higher: return isUp ? "gets better" : "gets worse"
    case .lower: return isUp ? "gets worse" : "gets better"
    case .unknown: return isUp ? "goes up" : "goes down"
    }
  }

  /// The name of a target: its indicator and title, or its id.
  static func name(_ target: LintReport.Target) -> String {
    let parts = [target.indicator ?? target.id, target.title].filter { !$0.isEmpty }
    return parts.joined(separator: " ")
  }

  /// All of the drawing in a sentence.
  static func description(_ target: LintReport.Target) -> String {
    let baseline = target.baseline.map { "baseline \($0.text)" + ($0.period.isEmpty ? "" : " (\($0.period))") }
    let figures = target.figures.prefix(TrajectoryPlot.mostYears).map { "\($0.period) \($0.text)" }
    let all = ([baseline ?? "no baseline"] + figures).joined(separator: ", ")
    return all + "; " + ([direction(target)] + (course(target).map { [$0] } ?? [])).joined(separator: ", ")
  }
}

extension HTMLReportPage {
  func writeTargets(to html: inout HTMLWriter) {
    guard !plots.isEmpty else { return }
    html.element("h2", .id(HTMLAnchor("targets")), words: "Course of each target")
    html.element("p", .classes("soft")) { html in
      html.words("Each drawing has a scale of its own that does not begin at nought. The broken line is the baseline; ")
      html.words("a hollow point was read out of a cell that holds more than a figure. ")
      html.words("The figures below each are as the document has them.")
    }
    var number = 0
    for (group, targets) in plots {
      html.element("details", plots.count <= 5 ? .flag("open") : nil) { html in
        html.element("summary") { $0.element("h3", text: "\(group.title): \(counted(targets.count, "target", "targets"))") }
        html.element("div", .classes("targets")) { html in
          for target in targets {
            number += 1
            write(target, number, to: &html)
          }
        }
      }
      html.newline()
    }
  }

  private func write(_ target: LintReport.Target, _ number: Int, to html: inout HTMLWriter) {
    html.element("div", .classes("trajectory")) { html in
      html.element("h4", .id(HTMLAnchor("target", number)), text: TrajectoryWords.name(target))
      html.element("p", .classes("soft")) { html in
        let parts = [target.unit, TrajectoryWords.direction(target), TrajectoryWords.course(target)]
        html.text(parts.compactMap(\.self).joined(separator: " · "))
      }
      TrajectoryPlot(target).write(
        TrajectoryWords.name(target), TrajectoryWords.description(target), title: HTMLAnchor("target", number, "-title"),
        description: HTMLAnchor("target", number, "-desc"), to: &html)
      html.element("table") { html in
        html.element("caption", .classes("hidden"), text: "Figures of \(TrajectoryWords.name(target))")
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .set("scope", "col"), words: "Period")
            html.element("th", .set("scope", "col"), .classes("figure"), words: "Figure")
          }
        }
        html.element("tbody") { html in
          writeFigure("Baseline" + (target.baseline.map { $0.period.isEmpty ? "" : ", \($0.period)" } ?? ""), target.baseline?.text, to: &html)
          for figure in target.figures.prefix(TrajectoryPlot.mostYears) {
            writeFigure(figure.period, figure.text, to: &html)
          }
        }
      }
      let more = target.figures.count - TrajectoryPlot.mostYears
      if more > 0 { html.element("p", text: "And \(counted(more, "year", "years")) more, which the document has.") }
    }
    html.newline()
  }

  private func writeFigure(_ period: String, _ text: String?, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", .set("scope", "row"), text: period)
      html.element("td", .classes("figure"), text: text ?? "none")
    }
  }
}
