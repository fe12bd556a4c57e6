/// A style sheet of ours: the only thing that a page fetches.
struct Stylesheet: Sendable {
    let text: String

    private init(_ text: String) {
        self.text = text
    }

    /// For every page: system fonts, dark text on white, a focus that is always seen, and paper.
    static let site = Stylesheet(
        """
        :root {
          --ink: #0b0c0c; --paper: #ffffff; --quiet: #484f54; --line: #b1b4b6; --wash: #f3f2f1;
          --link: #1a5a96; --brand: #1d3f5e; --focus: #ffdd00; --wrong: #b3251a;
        }
        * { box-sizing: border-box; }
        html { font-family: "Helvetica Neue", Helvetica, Arial, sans-serif; font-size: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0; color: var(--ink); background: var(--paper); line-height: 1.5; }
        h1, h2, h3, h4 { line-height: 1.2; margin: 1.5em 0 0.5em; }
        h1 { font-size: 2rem; margin-top: 0.5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.5rem; }
        h3 { font-size: 1.125rem; }
        p, ul, ol { margin: 0 0 1rem; }
        ul, ol { padding-left: 1.25rem; }
        a { color: var(--link); text-underline-offset: 0.15em; }
        a:hover { text-decoration-thickness: 3px; }
        a:focus-visible, button:focus-visible, summary:focus-visible, [tabindex="0"]:focus-visible {
          outline: 3px solid var(--ink); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus); color: var(--ink);
        }
        a:focus-visible { background: var(--focus); text-decoration: none; box-shadow: none; }
        main:focus { outline: none; }
        .width { max-width: 75rem; margin: 0 auto; padding: 0 1rem; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip-link { position: absolute; left: -999rem; padding: 0.5rem 1rem; }
        .skip-link:focus { position: static; display: block; background: var(--focus); color: var(--ink); }
        header { background: var(--brand); color: var(--paper); }
        header .width { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 2rem; padding-top: 0.75rem; padding-bottom: 0.75rem; }
        header a { color: var(--paper); text-decoration: none; display: inline-block; padding: 0.125rem 0; }
        header a:hover { text-decoration: underline; }
        header a:focus-visible { color: var(--ink); }
        .product { font-size: 1.375rem; font-weight: bold; }
        header ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; margin: 0; padding: 0; }
        header [aria-current] { font-weight: bold; text-decoration: underline; text-decoration-thickness: 3px; text-underline-offset: 0.3em; }
        main { padding: 0.5rem 0 3rem; display: block; }
        footer { border-top: 1px solid var(--line); background: var(--wash); padding: 1.5rem 0; color: var(--quiet); }
        footer p { margin: 0; }
        footer ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; margin: 0.5rem 0 0; padding: 0; }
        footer a { display: inline-block; padding: 0.125rem 0; }
        .breadcrumbs ol { display: flex; flex-wrap: wrap; list-style: none; margin: 0.75rem 0 0; padding: 0; font-size: 0.9375rem; }
        .breadcrumbs li + li::before { content: "›"; margin: 0 0.5rem; color: var(--quiet); }
        .breadcrumbs a { display: inline-block; padding: 0.125rem 0; }
        .caption, .hint, .missing { color: var(--quiet); }
        .caption { margin: 0.5rem 0 0; overflow-wrap: anywhere; }
        .lead { font-size: 1.1875rem; }
        .reference, .understood { display: block; color: var(--quiet); font-size: 0.9375rem; overflow-wrap: anywhere; }
        .contents ul { columns: 2; max-width: 30rem; padding-left: 1.25rem; }
        .summary-list { margin: 0 0 1.5rem; border-top: 1px solid var(--line); }
        .summary-list .row { display: grid; grid-template-columns: minmax(10rem, 30%) 1fr; gap: 0.25rem 1.5rem; border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
        .summary-list dt { font-weight: bold; }
        .summary-list dd { margin: 0; overflow-wrap: anywhere; }
        .summary-list dd:not(:has(ul)) { white-space: pre-line; }
        .summary-list ul { margin: 0; padding-left: 1.25rem; }
        .scrolls { position: relative; overflow-x: auto; margin: 0 0 1.5rem; }
        table { border-collapse: collapse; width: 100%; }
        caption, caption h2, .report-section h2 { text-align: left; font-weight: bold; font-size: 1.1875rem; line-height: 1.3; padding: 0.5rem 0; margin: 0; }
        caption h2 { padding: 0; }
        caption { position: sticky; left: 0; max-width: calc(100vw - 2rem); }
        th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
        tbody th { font-weight: normal; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .number { white-space: normal; }
        #shares, #machines { min-width: 44rem; }
        #shares th[scope="row"] { width: 34%; }
        td time { white-space: nowrap; }
        .tag { display: inline-block; padding: 0.0625rem 0.5rem; font-size: 0.9375rem; font-weight: normal; border-left: 0.25rem solid; background: var(--wash); color: var(--ink); }
        .tag-green { border-color: #00703c; background: #cce2d8; color: #005a30; }
        .tag-blue { border-color: #1d70b8; background: #d2e2f1; color: #0c2d4a; }
        .tag-yellow { border-color: #b58900; background: #fff7bf; color: #594d00; }
        .tag-red { border-color: #b3251a; background: #f6d7d2; color: #6d1109; }
        .tag-purple { border-color: #4c2c92; background: #dbd5e9; color: #2e1a58; }
        .tag-grey { border-color: #505a5f; background: #eeefef; color: #383f43; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; margin: 0 0 2rem; }
        .figures div { background: var(--wash); border-left: 5px solid var(--brand); padding: 0.75rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
        .figures dd { margin: 0; font-size: 2rem; font-weight: bold; line-height: 1.1; }
        .columns { columns: 2 28rem; column-gap: 3rem; margin-bottom: 1.5rem; }
        .columns .report-section { break-inside: avoid; }
        .sidebar-layout { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 2.5rem; align-items: start; }
        .filter { background: var(--wash); padding: 0 1rem 1rem; }
        .filter h2, #results-title { margin-top: 1rem; }
        .field { margin: 0 0 1rem; }
        .field-error { border-left: 5px solid var(--wrong); padding-left: 0.75rem; }
        .error-message { color: var(--wrong); font-weight: bold; margin: 0 0 0.25rem; }
        .doubt { border-left: 4px solid #b58900; background: #fff7bf; padding: 0.25rem 0.5rem; margin: 0 0 0.5rem; }
        label { display: block; font-weight: bold; margin-bottom: 0.25rem; }
        .hint { margin: 0 0 0.5rem; }
        .hint + .scrolls { margin-top: 1.5rem; }
        input, select, textarea { font: inherit; color: var(--ink); background: var(--paper); width: 100%; min-height: 2.5rem; padding: 0.25rem 0.5rem; border: 2px solid var(--ink); border-radius: 0; }
        input:focus, select:focus, textarea:focus { outline: 3px solid var(--focus); box-shadow: inset 0 0 0 2px var(--ink); }
        .day { max-width: 12rem; }
        main form { margin: 0 0 1.5rem; }
        main .views form, .filter form { margin: 0; }
        main form .field { max-width: 40rem; }
        .filter form .field { max-width: none; }
        main form p a { display: inline-block; padding: 0.25rem 0; }
        .account { display: flex; align-items: baseline; gap: 0.75rem; margin-left: auto; }
        .filter .secondary { background: var(--paper); }
        .views { list-style: none; padding: 0; }
        .views li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: 0.25rem 0; overflow-wrap: anywhere; }
        .filter .views button { margin: 0; }
        .plain { color: var(--link); }
        .plain:hover { background: none; }
        .account button, .plain { min-height: 0; padding: 0.125rem 0.25rem; background: none; border: 0; font-weight: normal; text-decoration: underline; }
        .account button:focus-visible, .plain:focus-visible { background: var(--focus); color: var(--ink); }
        code { overflow-wrap: anywhere; }
        .banner { border: 5px solid #00643a; padding: 1rem; margin: 1rem 0 2rem; }
        .banner h2 { margin: 0 0 0.5rem; }
        .banner p { margin: 0; }
        .banner ul { margin: 0.5rem 0 0; }
        .tasks { list-style: none; padding: 0; border-top: 1px solid var(--line); max-width: 48rem; }
        .tasks > li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: start; gap: 0.25rem 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
        .tasks div { flex: 1 1 20rem; }
        .tasks div ul { margin: 0.25rem 0 0; }
        .actions li { padding: 0.25rem 0; }
        details summary { cursor: pointer; padding: 0.5rem 0; color: var(--link); text-decoration: underline; }
        button { font: inherit; font-weight: bold; min-height: 2.75rem; padding: 0.5rem 1rem; color: var(--paper); background: #00643a; border: 0; border-bottom: 3px solid #002d18; cursor: pointer; }
        a.button { display: inline-block; font-weight: bold; min-height: 2.75rem; padding: 0.5rem 1rem; color: var(--paper); background: #00643a; border-bottom: 3px solid #002d18; text-decoration: none; box-sizing: border-box; overflow-wrap: anywhere; }
        button:hover, a.button:hover { background: #005a30; }
        button:focus-visible, a.button:focus-visible { background: var(--focus); color: var(--ink); }
        .filter button { margin-bottom: 0.75rem; }
        fieldset { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0; }
        legend { font-weight: bold; padding: 0; margin-bottom: 0.25rem; }
        .radio { display: grid; grid-template-columns: 2rem 1fr; gap: 0 0.75rem; margin: 0 0 0.75rem; }
        .radio input { width: 1.75rem; height: 1.75rem; min-height: 0; margin: 0; accent-color: var(--brand); }
        .radio label { font-weight: normal; margin: 0; padding: 0.125rem 0; overflow-wrap: anywhere; }
        .radio .hint { grid-column: 2; margin: 0; }
        .choices { display: flex; flex-wrap: wrap; gap: 0.75rem; }
        .secondary { color: var(--ink); background: var(--wash); border-bottom-color: var(--line); }
        .secondary:hover { background: #dbdad9; }
        .inset { border-left: 10px solid var(--line); padding: 0.75rem 1rem; margin: 0 0 1.5rem; }
        .side-by-side td { min-width: 14rem; max-width: 26rem; overflow-wrap: anywhere; }
        .side-by-side th { min-width: 9rem; }
        td ul { margin: 0; padding-left: 1.25rem; }
        #groups th[scope="row"] { white-space: nowrap; }
        .side-by-side .only { background: #fff7bf; border-left: 4px solid #b58900; padding-left: 0.5rem; }
        .inline-form { margin: 0 0 1.5rem; }
        .error-summary { border: 5px solid var(--wrong); padding: 1rem; margin: 1rem 0 2rem; }
        .error-summary h2 { margin: 0 0 0.5rem; }
        .error-summary ul { margin: 0; list-style: none; padding: 0; }
        .error-summary a, .error-summary li { color: var(--wrong); font-weight: bold; }
        .conditions { list-style: none; padding: 0; }
        .conditions li { display: inline-block; background: var(--wash); padding: 0.25rem 0.75rem; margin: 0 0.5rem 0.5rem 0; overflow-wrap: anywhere; }
        .pagination { display: flex; gap: 2rem; margin: 0 0 1.5rem; font-weight: bold; }
        .pagination a { padding: 0.5rem 0; }
        .history { list-style: none; margin: 0; padding: 0 0 0 1.25rem; border-left: 5px solid var(--brand); }
        .history h3 { margin: 0 0 0.25rem; font-size: 1.0625rem; overflow-wrap: anywhere; }
        .history li { margin: 0 0 1.5rem; }
        .bar { display: block; width: 100%; height: 0.5rem; margin-top: 0.25rem; }
        .bars th[scope="row"] { width: 60%; }
        .key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: -1rem 0 1.5rem; font-size: 1rem; }
        .key .sample { width: 0.875rem; height: 0.875rem; margin-right: 0.375rem; }
        .bar-plain { fill: #5694ca; }
        .bar-good { fill: #00703c; }
        .bar-middling { fill: #b58900; }
        .bar-bad { fill: #b3251a; }
        .columns-chart { display: block; max-width: none; }
        .columns-chart text, .flows text { font-size: 14px; fill: var(--ink); }
        .flow { fill: none; stroke: var(--link); stroke-opacity: 0.45; }
        .flows a:hover .flow, .flows a:focus-visible .flow { stroke: var(--ink); stroke-opacity: 1; }
        .heat { padding: 0.125rem 0.375rem; }
        .heat-2 { background: #fff7bf; }
        .heat-3, .heat-4 { background: #f6d7d2; }
        .drawing { border: 1px solid var(--line); }
        .drawing svg { display: block; max-width: none; }
        .drawing .flows { width: 100%; height: auto; max-width: 58.75rem; }
        @media screen and (max-width: 48rem) {
          .for-wide { display: none; }
        }
        @media (max-width: 48rem) {
          #flows { table-layout: fixed; }
          #flows th:last-child { width: 4rem; }
          #flows th, #flows td, #values td { overflow-wrap: anywhere; }
          #versions td time, #receipts td time { white-space: normal; }
          #versions th, #versions td, #receipts th, #receipts td { padding-right: 0.5rem; font-size: 0.875rem; }
          h1 { font-size: 1.625rem; }
          .sidebar-layout, .summary-list .row { grid-template-columns: minmax(0, 1fr); }
          .contents ul { columns: 1; }
          .wide table { min-width: 46rem; }
        }
        @media (forced-colors: active) {
          .tag, .side-by-side .only, .heat-2, .heat-3, .heat-4, .figures div, .error-summary, .banner { border: 1px solid; }
          button, a.button { border: 2px solid ButtonText; }
          a:focus-visible, button:focus-visible, summary:focus-visible, input:focus, select:focus, textarea:focus,
          [tabindex="0"]:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
          .bar rect, .columns-chart rect { stroke: Canvas; }
          .bar-plain, .bar-good, .bar-middling, .bar-bad { fill: CanvasText; }
          .bar-good { fill-opacity: 0.45; }
          .bar-middling { fill-opacity: 0.65; }
          .bar-bad { fill-opacity: 0.85; }
          .key .sample rect { stroke: CanvasText; }
          .columns-chart text, .flows text, .drawing svg text { fill: CanvasText; }
          .drawing svg:not(.flows) rect { fill: Canvas; stroke: CanvasText; }
          .drawing svg:not(.flows) path, .drawing svg:not(.flows) circle { stroke: CanvasText; }
          .flow { stroke: CanvasText; stroke-opacity: 1; }
          .flows a:hover .flow, .flows a:focus-visible .flow { stroke: Highlight; }
        }
        @media print {
          header nav, .breadcrumbs, .skip-link, .filter, .pagination, .contents, .download, form { display: none; }
          header { background: none; color: var(--ink); }
          header a { color: var(--ink); }
          .sidebar-layout { display: block; }
          .scrolls { overflow: visible; }
          body { font-size: 10pt; }
          tr, .summary-list .row { break-inside: avoid; }
          thead { display: table-header-group; }
          #shares, #machines { min-width: 0; }
        }

        """)
}
