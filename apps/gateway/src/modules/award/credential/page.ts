import type { Verification, VerifiedBadge } from '@mentoring-commons/award/credential'
import { notChecked } from './check.ts'

/** What a page about a badge tells: what was found, and whether the address that was given is the one it was issued to. */
export interface Checked {
  readonly found: Verification
  readonly isForAddress?: boolean
}

/** The page on which anybody has a badge checked. It needs no program in the browser. */
export function checkPage(problem?: string): string {
  const told = problem === undefined ? '' : `<p class="no" role="alert">${escaped(problem)}</p>\n`
  return page(
    'Check a badge',
    `<h1>Check a badge</h1>
<p>Paste a badge that an institution of this service issued, or choose its file. You are told whether it stands. Nothing of it is kept.</p>
${told}<form method="post" action="/verify" enctype="multipart/form-data">
<div class="field"><label for="badge">The badge <span class="hint">(JSON, or a token of letters with two dots)</span></label>
<textarea id="badge" name="badge" rows="8" spellcheck="false" autocomplete="off"></textarea></div>
<div class="field"><label for="file">Or its file <span class="hint">(badge.json or badge.jwt)</span></label>
<input id="file" name="file" type="file" accept=".json,.jwt,.txt,application/json"></div>
<div class="field"><label for="address">Whose it should be <span class="hint">(optional: an e-mail address; it is compared, and not kept)</span></label>
<input id="address" name="address" type="email" autocomplete="off"></div>
<button type="submit">Check</button>
</form>
${unchecked()}`,
  )
}

/** The page that says what a check found. */
export function resultPage({ found, isForAddress }: Checked): string {
  const title = found.status === 'verified' ? 'This badge stands' : 'This badge cannot be relied on'
  const told =
    found.status === 'verified'
      ? facts(found)
      : `<h2>Why</h2>\n<ul>\n${found.reasons.map(({ code, message }) => `<li>${escaped(message)} <span class="hint">(${escaped(code)})</span></li>`).join('\n')}\n</ul>`
  const address =
    isForAddress === undefined || found.status !== 'verified'
      ? ''
      : isForAddress
        ? '<p class="yes">It was issued to the address that you gave.</p>\n'
        : '<p class="no">It was not issued to the address that you gave.</p>\n'
  return page(
    title,
    `<h1 class="${found.status === 'verified' ? 'yes' : 'no'}">${title}</h1>\n${address}${told}\n${unchecked()}\n<p><a href="/verify">Check another badge</a></p>`,
  )
}

/** The page at an address where there is no badge. */
export function noBadgePage(): string {
  return page(
    'There is no badge here',
    '<h1>There is no badge here</h1>\n<p>The address is mistyped, or the badge was erased. <a href="/verify">Check a badge that you have.</a></p>',
  )
}

function facts({ badge, issuer, keyId, signedAt, statuses }: VerifiedBadge): string {
  const row = (name: string, value: string) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`
  const day = (instant: string) => instant.slice(0, 10)
  return `<dl>
${[
  row('Award', badge.achievement.name),
  row('What it is', badge.achievement.description),
  row('Issued by', issuer.name),
  row('Valid from', day(badge.validFrom)),
  ...(badge.validUntil === undefined ? [] : [row('Valid until', day(badge.validUntil))]),
  row('Signed on, as the issuer says', day(signedAt)),
  row('Signed with', keyId),
  row('Taken back', statuses.length === 0 ? 'It cannot be: it names no list' : 'No, as of now'),
  row('Its own address', badge.id),
].join('\n')}
</dl>`
}

function unchecked(): string {
  return `<h2>What is not checked</h2>\n<ul>\n${notChecked.map((each) => `<li>${escaped(each)}</li>`).join('\n')}\n</ul>`
}

const style = `:root{color-scheme:light dark;--ink:light-dark(#1b1b1b,#ececec);--paper:light-dark(#fff,#17191c);--line:light-dark(#6b6b6b,#8f8f8f);--accent:light-dark(#0b4f8a,#9fd0ff);--right:light-dark(#145c2e,#9be3b4);--wrong:light-dark(#a11212,#ffb0a8)}
*{box-sizing:border-box}
body{max-width:44rem;margin:0 auto;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2{line-height:1.25}
a{color:var(--accent)}
.yes{color:var(--right)}
.no{color:var(--wrong)}
label{display:block;font-weight:600}
.hint{font-weight:400}
.field{margin:0 0 1rem}
textarea,input{display:block;width:100%;min-height:2.75rem;padding:.4rem .5rem;border:1px solid var(--line);border-radius:.25rem;background:var(--paper);color:var(--ink);font:inherit}
textarea{font-family:ui-monospace,monospace}
button{min-height:2.75rem;padding:.5rem 1rem;border:1px solid var(--accent);border-radius:.25rem;background:var(--paper);color:var(--accent);font:inherit;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
dt{font-weight:600}
dd{margin:0 0 .5rem}
@media print{:root{color-scheme:light}form,button{display:none}}`

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (char) => names[char] ?? char)
}
