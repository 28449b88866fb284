const worker = new Worker('worker.js', { type: 'module' })
const said = document.querySelector('#said')
const list = document.querySelector('#figures')

document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  const lines = document.querySelector('#counts').value.split('\n').filter(Boolean)
  const years = lines.map((line) => /^\s*(\d+)\s+of\s+(\d+)\s*$/.exec(line)).map((found) => found?.slice(1).map(Number))
  const wrong = years.findIndex((year) => year === undefined || year[0] > year[1] || year[1] > 1_000)
  if (wrong >= 0) return say(`Write "${lines[wrong]}" as a number of at most 1000, such as 13 of 17.`)
  worker.postMessage(years.map(([finished, of]) => ({ finished, of })))
})

worker.onmessage = ({ data: { figures = [], problem } }) => {
  say(problem ?? `${figures.length} figures; what is not shown could name somebody.`)
  list.replaceChildren(
    ...figures.map((figure) => {
      const item = document.createElement('li')
      const shown = 'value' in figure ? `${figure.value} ${figure.unit}` : `not shown (${figure.suppressed})`
      item.textContent = `Year ${figure.by.year}, ${figure.label}: ${shown}`
      return item
    }),
  )
}
worker.onerror = () => say('The package is not here: install it in this folder, as the README of the examples says.')

function say(text) {
  said.textContent = text
}
