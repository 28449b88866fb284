/** How far the job of a report is, and what came of it. */
export interface ProgressState {
  readonly status: string
  readonly done: number
  readonly total: number
  readonly message: string
  readonly files: readonly { readonly name: string; readonly url: string }[]
}

const ended = ['done', 'failed', 'cancelled']

const headings: Readonly<Record<string, string>> = {
  done: 'The report is ready',
  failed: 'The report could not be made',
  cancelled: 'The report was not made',
}

/** How far a report is, as a page: it comes anew every two seconds until the job has ended, without a program too. */
export function progressPage({ status, done, total, message, files }: ProgressState): string {
  const over = ended.includes(status)
  const list = files.map(({ name, url }) => `<li><a href="${escaped(url)}">${escaped(name)}</a></li>`).join('')
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(headings[status] ?? 'A report is being made')}</title>
${over ? '' : '<noscript><meta http-equiv="refresh" content="2"></noscript>\n<script src="/jobs/progress.js" defer></script>\n'}<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 40rem; padding: 2rem 1.25rem; font: 1.1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; }
progress { width: 100%; height: 1.25rem; }
</style>
</head>
<body>
<main>
<h1 id="heading">${escaped(headings[status] ?? 'The report is being made')}</h1>
<label for="bar">Steps done</label>
<progress id="bar" max="${total}" value="${done}">${done} of ${total}</progress>
<p id="state" role="status">${done} of ${total}: ${escaped(message)}</p>
${list === '' ? '' : `<ul>${list}</ul>\n`}</main>
</body>
</html>
`
}

/** The program of that page: it asks each second how far the job is, and loads the page anew when it has ended. */
export const progressProgram = `const bar = document.getElementById('bar')
const state = document.getElementById('state')
const ended = ['done', 'failed', 'cancelled']
const look = async () => {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'application/json' } })
    if (!answer.ok) return location.reload()
    const job = await answer.json()
    if (ended.includes(job.status)) return location.reload()
    bar.value = job.done
    const text = job.done + ' of ' + job.total + ': ' + job.message
    if (state.textContent !== text) state.textContent = text
  } catch {}
  setTimeout(look, 1000)
}
setTimeout(look, 1000)
`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
