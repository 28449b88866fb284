import {
  type AssessmentQuestion,
  type AssessmentStep,
  type SelfAssessmentTexts,
  selfAssessment,
} from '@mentoring-commons/mentoring'

type Say = (key: string) => string

/** Longer answers than this are written in a field of several lines. */
const lineMax = 150

/**
 * The page on which a group works through the self-assessment, in one language. It holds its texts and questions, sends nothing, and
 * makes its summary by `page.js`, which stands beside it with `page.css`.
 */
export function assessmentPage(wording: SelfAssessmentTexts): string {
  const say: Say = (key) => escaped(wording.texts[key] ?? '')
  const steps = selfAssessment.steps as readonly AssessmentStep[]
  return `<!doctype html>
<html lang="${escaped(wording.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${say('title')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/self-assessment/page.css">
<script type="application/json" id="wording">${inScript(wording)}</script>
<script src="/self-assessment/page.js" defer></script>
</head>
<body>
<main>
<form class="work" novalidate>
<h1>${say('title')}</h1>
<p>${say('lead')}</p>
<p>${say('no-names')}</p>
<p>${say('page.privacy')}</p>
<noscript><p>${say('page.no-script')}</p></noscript>
<div class="fields">
<div class="field"><label for="institution">${say('page.institution')}</label><input id="institution" type="text" autocomplete="organization" maxlength="200" required></div>
<div class="field"><label for="heldOn">${say('held-on')}</label><input id="heldOn" type="date" required></div>
<div class="field"><label for="participants">${say('participants')} <span class="hint">(${say('page.optional')})</span></label><input id="participants" type="number" min="1" inputmode="numeric"></div>
</div>
${steps.map((step, at) => sectionOf(step, at, steps.length, say)).join('\n')}
<section class="step">
<h2>${say('feedback')} (${selfAssessment.feedbackMinutes} ${say('minutes')})</h2>
<div class="actions"><button type="submit" class="main">${say('page.make')}</button></div>
<p id="refused" tabindex="-1" hidden></p>
</section>
</form>
<section id="summary" hidden></section>
<p id="status" role="status"></p>
</main>
</body>
</html>
`
}

function sectionOf(step: AssessmentStep, at: number, of: number, say: Say): string {
  const { key, minutes, entriesMost, questions } = step
  const title = `${say('page.step')} ${at + 1} ${say('page.of')} ${of}: ${say(`${key}.title`)} (${minutes} ${say('minutes')})`
  return `<section class="step" data-step="${key}" data-minutes="${minutes}" data-most="${entriesMost}" aria-labelledby="${key}-title">
<h2 id="${key}-title">${title}</h2>
<p>${say(`${key}.task`)}</p>
<p class="clock"><button type="button" data-clock aria-describedby="${key}-title">${say('page.start')}</button> <span>${say('page.left')}: <span data-left>${minutes}:00</span></span></p>
<ol class="entries"></ol>
<template><li><fieldset><legend tabindex="-1"></legend><div class="fields">
${questions.map((question) => fieldOf(key, question, say)).join('\n')}
</div><div class="actions"><button type="button" data-remove>${say('page.remove')}</button></div></fieldset></li></template>
<div class="actions"><button type="button" data-add aria-describedby="${key}-title">${say('page.add')}</button></div>
</section>`
}

/** One question of an entry. Its ids are written by the program, a new one for each entry. */
function fieldOf(step: string, question: AssessmentQuestion, say: Say): string {
  const words = say(`${step}.${question.key}`)
  if (question.kind === 'entries')
    return `<fieldset class="field wide choices" data-question="${question.key}" data-steps="${question.steps.join(' ')}"><legend>${words} <span class="hint">(${say('page.optional')})</span></legend><div data-choices></div></fieldset>`
  const hint = question.required ? '' : ` <span class="hint">(${say('page.optional')})</span>`
  const label = `<label>${words}${hint}</label>`
  const needed = question.required ? ' required' : ''
  if (question.kind === 'choice') {
    const option = (choice: string) => `<option value="${choice}">${say(`${step}.${question.key}.${choice}`)}</option>`
    return `<div class="field">${label}<select data-question="${question.key}"${needed}><option value=""></option>${question.choices.map(option).join('')}</select></div>`
  }
  return question.most > lineMax
    ? `<div class="field wide">${label}<textarea rows="2" maxlength="${question.most}" data-question="${question.key}"${needed}></textarea></div>`
    : `<div class="field">${label}<input type="text" autocomplete="off" maxlength="${question.most}" data-question="${question.key}"${needed}></div>`
}

function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
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
