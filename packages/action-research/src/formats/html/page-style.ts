/** The style of a portfolio page: system fonts, one column, what is wide scrolls in itself, a print sheet, light and dark. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d2730; --quiet: #51606b; --line: #d9dedf; --accent: #1f5f7a; --tint: #eef4f6; --warn: #8a3b00;
}
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #151b20; --card: #1d252c; --ink: #e7ecef; --quiet: #aab7c0; --line: #38444d; --accent: #8cc7df; --tint: #22313a; --warn: #f0b27a; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
header, nav, main, footer { max-width: 54rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible, .scroll:focus-visible, .picture:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--card); z-index: 1; }
.skip:focus { top: 1rem; }
header { padding-top: clamp(2rem, 7vw, 4.5rem); }
.date { margin: 0; color: var(--quiet); }
h1 { margin: .25rem 0 0; font-size: clamp(1.7rem, 5vw, 2.6rem); line-height: 1.15; font-weight: 650; letter-spacing: -.02em; text-wrap: balance; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1.25rem 0 0; }
dt { font-weight: 600; font-size: .9rem; color: var(--quiet); }
dd { margin: 0; }
.notice { margin: 1.5rem 0 0; padding: .8rem 1rem; border-left: 4px solid var(--warn); background: var(--card); }
nav { margin-top: 1.75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; margin: 0; padding: .8rem 0; list-style: none; border-block: 1px solid var(--line); }
nav a { display: inline-block; padding: .2rem 0; }
section { margin-top: 3rem; }
h2 { margin: 0 0 .75rem; font-size: 1.45rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 1.05rem; line-height: 1.35; }
.state { display: inline-block; margin-left: .4rem; padding: .05rem .55rem; border: 1px solid var(--warn); border-radius: 1rem; color: var(--warn); font-size: .8rem; font-weight: 600; letter-spacing: 0; vertical-align: .2em; }
.entry { margin: 0 0 1rem; padding: .9rem 1.1rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.entry > :last-child { margin-bottom: 0; }
.when { margin: .1rem 0 0; color: var(--quiet); font-size: .92rem; }
.text { margin: .4rem 0 0; max-width: 44rem; white-space: pre-line; }
.entry dl { margin: .6rem 0 0; }
.entry dl > div { display: grid; grid-template-columns: minmax(0, 11rem) minmax(0, 1fr); gap: 0 1rem; padding: .2rem 0; }
.lacks { margin: 1rem 0 0; font-weight: 600; }
.to-do { margin: .25rem 0 0; padding-left: 1.2rem; }
.withdrawn { font-style: italic; color: var(--warn); }
figure { margin: 0; }
.picture { overflow-x: auto; padding: .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; text-align: center; }
.picture svg { display: inline-block; max-width: 100%; height: auto; min-width: min(100%, 20rem); }
figcaption { margin: .75rem 0 1.25rem; color: var(--quiet); font-size: .95rem; max-width: 44rem; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
table { width: 100%; min-width: 34rem; border-collapse: collapse; }
caption { padding: .75rem 1rem .25rem; text-align: left; color: var(--quiet); font-size: .9rem; }
th, td { padding: .55rem 1rem; overflow-wrap: break-word; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: .9rem; font-weight: 600; color: var(--quiet); }
td ul { margin: 0; padding: 0; list-style: none; }
.left-out { padding-top: 1.5rem; border-top: 1px solid var(--line); }
footer { margin-top: 3rem; padding-block: 1.25rem 3rem; color: var(--quiet); font-size: .95rem; }
@media (max-width: 34rem) {
  .entry dl > div { grid-template-columns: minmax(0, 1fr); padding: .3rem 0; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root { --paper: #ffffff; --card: #ffffff; --ink: #000000; --quiet: #3b454d; --line: #b9c1c6; --accent: #1f5f7a; --tint: #ffffff; --warn: #6d2f00; }
  body { font-size: 10.5pt; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; padding-inline: 0; }
  .picture, .scroll { overflow: visible; }
  .picture svg { max-height: 20cm; }
  .entry, tr { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}
`
