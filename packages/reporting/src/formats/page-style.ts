/** The style of a report page: system fonts, one column, wide tables that scroll in themselves, a print sheet, light and dark. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d2730; --quiet: #51606b; --line: #d9dedf; --accent: #1f5f7a; --tint: #eef4f6;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #151b20; --card: #1d252c; --ink: #e7ecef; --quiet: #aab7c0; --line: #38444d; --accent: #8cc7df; --tint: #22313a; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
header, nav, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--card); z-index: 1; }
.skip:focus { top: 1rem; }
header { padding-top: clamp(2rem, 7vw, 4.5rem); }
.date { margin: 0; color: var(--quiet); }
h1 { margin: .25rem 0 0; font-size: clamp(1.9rem, 5vw, 3rem); line-height: 1.12; font-weight: 650; letter-spacing: -.02em; text-wrap: balance; }
.subtitle { margin: .6rem 0 0; font-size: 1.15rem; color: var(--quiet); max-width: 44rem; }
nav { margin-top: 1.75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0; padding: .8rem 0; list-style: none; border-block: 1px solid var(--line); }
nav a { display: inline-block; padding: .2rem 0; }
.intro { max-width: 44rem; margin: 2rem 0 0; font-size: 1.1rem; }
section { margin-top: 3.25rem; }
h2 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h3 { margin: 2.25rem 0 0; font-size: 1.1rem; line-height: 1.35; }
.text, .definition { max-width: 44rem; }
.definition { margin: .15rem 0 .75rem; color: var(--quiet); font-size: .95rem; }
.headlines { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1rem; margin: 1.25rem 0 0; }
.headlines > div { padding: 1.1rem 1.25rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
dt { font-weight: 600; }
dd { margin: 0; }
.headlines .value { font-size: 2.1rem; line-height: 1.35; font-weight: 650; letter-spacing: -.02em; color: var(--accent); font-variant-numeric: tabular-nums; }
.headlines .not-shown { font-size: 1.2rem; letter-spacing: 0; }
.headlines .definition { display: block; margin: .35rem 0 0; }
.n, .spread, .none { color: var(--quiet); font-size: .9rem; }
.spread { display: block; }
.chart { width: fit-content; max-width: 100%; margin: 1.5rem 0 0; padding: clamp(.6rem, 2.5vw, 1.25rem); background: #ffffff; color: #1d2730; border: 1px solid var(--line); border-radius: .6rem; }
.chart svg { display: block; width: 28rem; max-width: 100%; height: auto; }
figcaption { margin-top: .75rem; color: #51606b; font-size: .95rem; }
.scroll { width: fit-content; min-width: min(100%, 26rem); max-width: 100%; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding: .75rem 1rem .25rem; text-align: left; color: var(--quiet); font-size: .9rem; }
th, td { padding: .55rem 1rem; text-align: left; vertical-align: baseline; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: .9rem; font-weight: 600; color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 7rem; }
td, .number { text-align: right; }
tbody tr:hover { background: var(--tint); }
.not-shown { font-style: italic; white-space: nowrap; font-size: .95rem; }
.notice { max-width: 44rem; padding: .75rem 1rem; border-left: .3rem solid #b8642a; background: var(--card); }
.colophon { overflow-wrap: anywhere; }
.notes { padding-top: 1.5rem; border-top: 1px solid var(--line); }
.notes p, .notes ul { max-width: 44rem; }
.notes li:target { background: var(--tint); }
footer { margin-top: 3rem; padding-block: 1.25rem 3rem; color: var(--quiet); font-size: .95rem; }
@page { margin: 18mm 16mm; }
@media print {
  :root { --paper: #ffffff; --card: #ffffff; --ink: #000000; --quiet: #3b454d; --line: #b9c1c6; --accent: #1f5f7a; --tint: #ffffff; }
  body { font-size: 10.5pt; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; padding-inline: 0; }
  .scroll { overflow: visible; border-radius: 0; }
  th, td { padding: .3rem .4rem; }
  tbody th { min-width: 0; }
  .not-shown { white-space: normal; font-size: .85rem; }
  .chart, tr, .headlines > div { break-inside: avoid; }
  h2, h3, caption, .definition { break-after: avoid; }
}
`
