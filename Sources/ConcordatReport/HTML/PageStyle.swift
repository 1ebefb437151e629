/// The look of every page: one column, plain type, strong contrast in light and dark, nothing that needs colour to be read.
enum PageStyle {
  static let sheet: StaticString = """

    :root {
      color-scheme: light dark;
      --ink: #16191d; --soft: #4a5058; --paper: #fff; --panel: #f2f4f6; --line: #b4bac1; --link: #0b4f8f;
      --error: #a3161b; --warning: #7a4a00; --advice: #0b4f8f; --review: #5a2a82; --good: #0a5c36;
      --mark: #ffe3e0; --other: #e2ecf7; --focus: #ffbf1f; --focus-ink: #16191d; --top: #16324a; --top-ink: #fff;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #eceff2; --soft: #b9c0c8; --paper: #14181c; --panel: #20262c; --line: #5c6670; --link: #8ec5ff;
        --error: #ff9c95; --warning: #f5c26b; --advice: #8ec5ff; --review: #d6b0ff; --good: #7fd6a6;
        --mark: #5a1d1b; --other: #1d3a57; --top: #0c2233; --top-ink: #fff;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
    body { margin: 0; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
    .wide { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
    main:focus { outline: none; }
    .top { background: var(--top); color: var(--top-ink); border-bottom: .25rem solid var(--focus); }
    .top .wide { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; padding-top: .6rem; padding-bottom: .6rem; }
    .top p { margin: 0; }
    .brand { font-weight: 700; font-size: 1.25rem; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { position: static; display: block; padding: .5rem 1rem; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 1.75rem 0 1rem; }
    h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .75rem; }
    h3 { font-size: 1.2rem; line-height: 1.3; margin: 1.75rem 0 .5rem; }
    h4 { font-size: 1rem; line-height: 1.4; margin: 0; }
    p, ul, ol, dl { margin: 0 0 1rem; max-width: 46rem; }
    ul, ol { padding-left: 1.25rem; }
    li { margin-bottom: .3rem; }
    a { color: var(--link); text-decoration-thickness: max(1px, .06em); text-underline-offset: .15em; }
    a:hover { text-decoration-thickness: 3px; }
    a:focus-visible, summary:focus-visible, input:focus-visible, [tabindex="0"]:focus-visible {
      outline: 3px solid var(--focus); outline-offset: 1px; box-shadow: 0 0 0 5px var(--focus-ink); border-radius: 1px;
    }
    code, pre { font-family: ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: .9rem; }
    code { overflow-wrap: anywhere; }
    .soft { color: var(--soft); }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    dl.facts { display: grid; grid-template-columns: minmax(7rem, 13rem) 1fr; gap: .35rem 1rem; max-width: 60rem; }
    dl.facts dt { font-weight: 700; }
    dl.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
    .problems { border: .3rem solid var(--error); padding: 1rem 1.25rem .5rem; margin: 0 0 1.5rem; max-width: 60rem; }
    .problems h2 { margin-top: 0; }
    .problems ul { list-style: none; padding: 0; max-width: none; }
    .problems li a { color: var(--error); font-weight: 700; }
    .problems.none { border-color: var(--good); }
    .notice { border-left: .5rem solid var(--line); padding: .25rem 0 .25rem 1rem; }
    nav.contents ul { columns: 18rem; padding-left: 1.25rem; }
    .scroll { overflow-x: auto; margin-bottom: 1.5rem; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: 700; padding-bottom: .4rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
    th.figure, td.figure { text-align: right; font-variant-numeric: tabular-nums; }
    th, td { min-width: 6rem; overflow-wrap: break-word; }
    th.figure, td.figure { min-width: 3rem; }
    td ul { margin: 0; padding-left: 1rem; }
    .tag { display: inline-block; font-size: .85rem; font-weight: 700; line-height: 1.3; padding: .1rem .45rem; border: 2px solid currentColor; margin-right: .4rem; white-space: nowrap; }
    .error .tag, .tag.error { color: var(--error); }
    .warning .tag, .tag.warning { color: var(--warning); }
    .advice .tag, .tag.advice { color: var(--advice); }
    .review .tag, .tag.review { color: var(--review); }
    .tag.good { color: var(--good); }
    .tag.still { color: var(--soft); }
    details { margin-bottom: 1rem; }
    summary { cursor: pointer; min-height: 1.75rem; padding: .15rem 0; }
    summary h3, summary h4 { display: inline; margin: 0; }
    summary .counts { display: block; color: var(--soft); font-size: 1rem; font-weight: 400; padding-left: 1.1rem; }
    details.document { border-top: 2px solid var(--line); padding-top: .6rem; }
    article.finding { border-left: .35rem solid var(--line); padding: .1rem 0 .1rem 1rem; margin: 1.25rem 0; }
    article.error { border-color: var(--error); }
    article.warning { border-color: var(--warning); border-left-style: double; border-left-width: .45rem; }
    article.advice { border-color: var(--advice); border-left-style: dashed; }
    article.review { border-color: var(--review); border-left-style: dotted; }
    article.finding p, article.finding ul { margin: .25rem 0; max-width: 56rem; }
    article:target, h3:target, h2:target, tr:target { outline: 3px solid var(--focus); outline-offset: .3rem; }
    .where { color: var(--soft); }
    pre.source { background: var(--panel); margin: .5rem 0; padding: .5rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    pre.source .line { display: grid; grid-template-columns: auto minmax(0, 1fr); }
    pre.source .number { color: var(--soft); padding-right: .75rem; text-align: right; min-width: 2.5rem; user-select: none; }
    mark { color: inherit; background: var(--mark); border-bottom: 3px solid var(--error); }
    .warning mark { border-color: var(--warning); }
    .advice mark { border-color: var(--advice); }
    .review mark { border-color: var(--review); }
    .other { background: var(--other); border-bottom: 2px dashed var(--advice); }
    fieldset { border: 1px solid var(--line); padding: .5rem 1rem .75rem; margin: 0 0 1rem; max-width: 46rem; }
    legend { font-weight: 700; padding: 0 .3rem; }
    .checks { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
    .checks label { display: inline-flex; align-items: center; gap: .5rem; min-height: 2rem; }
    .checks input { width: 1.35rem; height: 1.35rem; accent-color: var(--link); margin: 0; }
    .search { margin-bottom: 1rem; }
    .search label { display: block; font-weight: 700; }
    .search input { font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--ink); padding: .35rem .5rem; width: 100%; max-width: 30rem; }
    .miss { display: none; }
    body:has(#show-error:not(:checked)) article.error,
    body:has(#show-warning:not(:checked)) article.warning,
    body:has(#show-advice:not(:checked)) article.advice,
    body:has(#show-review:not(:checked)) article.review { display: none; }
    .searching details.document:not(:has(article:not(.miss))) { display: none; }
    .targets { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 1.25rem; }
    .trajectory { border: 1px solid var(--line); margin: 0; padding: .75rem; min-width: 0; }
    .trajectory h4 { margin-bottom: .25rem; }
    .trajectory p { margin: .25rem 0; }
    .trajectory table { font-size: .9rem; }
    .trajectory th, .trajectory td { padding: .15rem .5rem .15rem 0; min-width: 0; overflow-wrap: anywhere; }
    svg.plot { display: block; width: 100%; max-width: 20rem; height: auto; }
    svg.plot .axis { stroke: var(--line); stroke-width: 1; fill: none; }
    svg.plot .start { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 4; fill: none; }
    svg.plot .course { stroke: var(--link); stroke-width: 2.5; fill: none; }
    svg.plot .point { fill: var(--link); stroke: var(--link); stroke-width: 2; }
    svg.plot .unsure { fill: var(--paper); }
    svg.plot text { fill: var(--ink); stroke: var(--paper); stroke-width: 3; paint-order: stroke; font-size: 12px; font-family: inherit; }
    svg.plot .year { fill: var(--soft); font-size: 11px; }
    .matrix th[scope=row] { min-width: 11rem; font-weight: 400; }
    .matrix thead th { min-width: 8rem; vertical-align: bottom; }
    .answer { border: 1px solid var(--ink); min-height: 5rem; margin: .5rem 0 1rem; padding: .25rem .5rem; color: var(--soft); }
    .answer.short { min-height: 2.25rem; }
    .points > li { border-top: 1px solid var(--line); padding: .75rem 0 .25rem; margin: 0; }
    .points { list-style: none; padding: 0; max-width: none; }
    .points p { margin: .25rem 0; }
    .points h4 { font-size: 1rem; }
    footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; color: var(--soft); }
    @media (max-width: 40rem) {
      h1 { font-size: 1.6rem; }
      h2 { font-size: 1.3rem; }
      dl.facts { grid-template-columns: 1fr; gap: 0; }
      dl.facts dd { margin-bottom: .6rem; }
      article.finding { padding-left: .6rem; }
      pre.source { padding: .4rem; }
      pre.source .number { min-width: 0; padding-right: .5rem; }
    }
    @media print {
      :root {
        --ink: #000; --soft: #333; --paper: #fff; --panel: #f4f4f4; --line: #888; --link: #000;
        --error: #8f1015; --warning: #6b4100; --advice: #0b4f8f; --review: #5a2a82; --good: #0a5c36;
        --mark: #fff; --other: #fff; --top-ink: #000;
      }
      @page { size: A4; margin: 16mm 14mm; }
      html { font-size: 9.5pt; }
      .wide { max-width: none; padding: 0; }
      .top { background: none; border-bottom: 1px solid #000; }
      .skip, nav.contents, .filters, .search { display: none; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
      summary { list-style: none; }
      .scroll { overflow: visible; }
      h2, h3, h4, caption, summary { break-after: avoid; }
      tr, article.finding, .trajectory, .answer { break-inside: avoid; }
      thead { display: table-header-group; }
      .targets { grid-template-columns: repeat(3, 1fr); gap: .75rem; }
      table { table-layout: fixed; }
      td, th { min-width: 0; overflow-wrap: anywhere; }
      th.figure { width: 5rem; }
      .matrix { font-size: .85rem; }
      a { text-decoration: none; }
      .finding a[rel]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
    }

    """
}
