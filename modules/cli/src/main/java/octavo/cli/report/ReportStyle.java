package octavo.cli.report;

/// How the page looks, by day and by night.
final class ReportStyle {
    /// Colours of states are told apart by their lightness too, and each has its word beside it.
    static final String CSS = """
            :root {
              color-scheme: light dark;
              --paper: #fbfbf9; --ink: #1d2129; --soft: #5b6270; --rule: #dcdfe4; --card: #ffffff;
              --accepted: #1f7a5c; --rejected: #b3372f; --in-doubt: #c98a00; --expired: #7d5ba6;
              --cancelled: #8a909c; --waiting: #b9c4d6; --fill: #1f7a5c24;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #14171c; --ink: #e7e9ed; --soft: #a2a9b6; --rule: #333944; --card: #1b1f26;
                --accepted: #4fc197; --rejected: #f0837b; --in-doubt: #f2c14e; --expired: #b99ae0;
                --cancelled: #7c8492; --waiting: #475269; --fill: #4fc19726;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0; background: var(--paper); color: var(--ink);
              font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
            }
            main { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
            .kind {
              margin: 0; color: var(--soft); font-size: .8rem; letter-spacing: .08em; text-transform: uppercase;
            }
            h1 { margin: .25rem 0 1.25rem; font-size: 2rem; line-height: 1.2; overflow-wrap: anywhere; }
            h2 { margin: 2.5rem 0 .75rem; font-size: 1.15rem; }
            .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .75rem 1.5rem; margin: 0; }
            .facts dt { color: var(--soft); font-size: .8rem; }
            .facts dd { margin: 0; overflow-wrap: anywhere; }
            .bar { display: flex; gap: 2px; height: 14px; margin-bottom: 1rem; border-radius: 7px; overflow: hidden; }
            .bar span { min-width: 6px; flex-basis: 0; }
            .scroll { overflow-x: auto; }
            table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
            caption {
              position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
            }
            th, td { padding: .45rem .75rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
            th:first-child { padding-inline-start: 0; }
            td:last-child, th:last-child { padding-inline-end: 0; }
            thead th { color: var(--soft); font-size: .8rem; font-weight: 600; }
            tbody th { font-weight: 500; white-space: nowrap; }
            tfoot th, tfoot td { border-bottom: 0; font-weight: 700; }
            .number { text-align: end; white-space: nowrap; }
            .state { white-space: nowrap; }
            .meaning { color: var(--soft); }
            .reason { overflow-wrap: anywhere; min-width: 14rem; }
            .key {
              display: inline-block; width: .7em; height: .7em; margin-inline-end: .5em; border-radius: 50%;
            }
            .accepted { background: var(--accepted); }
            .rejected { background: var(--rejected); }
            .in-doubt { background: var(--in-doubt); }
            .expired { background: var(--expired); }
            .cancelled { background: var(--cancelled); }
            .pending, .claimed, .attempting { background: var(--waiting); }
            figure { margin: 0; padding: 1rem; background: var(--card); border: 1px solid var(--rule); border-radius: 8px; }
            figcaption { margin-top: .5rem; color: var(--soft); font-size: .85rem; }
            svg { display: block; width: 100%; height: auto; }
            svg text { fill: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
            svg .number { text-anchor: end; }
            svg .time { text-anchor: middle; }
            svg .grid { stroke: var(--rule); }
            svg .axis { stroke: var(--soft); }
            svg .total { stroke: var(--soft); stroke-dasharray: 4 4; }
            svg .area { fill: var(--fill); }
            svg .line { fill: none; stroke: var(--accepted); stroke-width: 2; stroke-linejoin: round; }
            @media (max-width: 40rem) {
              .meaning { display: none; }
              th, td { padding-inline: .45rem; }
              .reason { min-width: 11rem; }
              svg text { font-size: 20px; }
            }
            @media print { body { background: none; } figure { break-inside: avoid; } }
            """;

    private ReportStyle() {}
}
