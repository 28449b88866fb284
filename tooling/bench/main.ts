import { benches } from './benches.ts'

const names = process.argv.slice(2).filter((arg) => !arg.startsWith('-'))
const flags = new Set(process.argv.slice(2).filter((arg) => arg.startsWith('-')))
const bench = names.length === 1 ? benches.find((each) => each.name === names[0]) : undefined
const strange = [...flags].filter((flag) => flag !== '--quick' && flag !== '--json')

if (bench === undefined || strange.length > 0) {
  const wrong = strange.length > 0 ? `no option ${strange.join(' ')}` : `no bench ${names.join(' ') || 'named'}`
  console.error(
    `${wrong}: npm run bench -- NAME [--quick] [--json], with NAME one of ${benches.map(({ name }) => name).join(', ')}`,
  )
  process.exit(2)
}

const json = flags.has('--json')
const say = (line: string) => console.error(`  ${line}`)
console.error(`${bench.name}: ${bench.title}`)
try {
  const results = await bench.run({ quick: flags.has('--quick'), say })
  for (const { name, ours, peer, unit, ratio, bar } of results) {
    const verdict = ratio <= bar ? 'held' : 'passed over'
    console.log(
      `${name}: ours ${ours}, peer ${peer} ${unit}; ${ratio} times the peer's (the bar, ${bar}, is ${verdict})`,
    )
  }
  if (json) console.log(JSON.stringify({ results }))
} catch (error) {
  console.error(`${bench.name}: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
