import { spawn } from 'node:child_process'
import { type Comparison, differenceOf, type Figures } from './comparison.ts'
import { Random } from './random.ts'

/** What came of one comparison. */
export interface Compared {
  readonly name: string
  readonly draws: number
  readonly refused: number
  /** The greatest relative difference. */
  readonly worst: number
  /** The first draws that differ, with the figure, and how many do. */
  readonly differences: readonly string[]
  readonly different: number
  /** R packages that are not here, for which nothing was compared. */
  readonly missing: readonly string[]
}

interface Answer {
  readonly missing?: readonly string[]
  readonly answers?: readonly Readonly<Record<string, string>>[]
}

interface Drawing {
  readonly each: Comparison<object>
  readonly draws: readonly { readonly drawn: object; readonly ours: Figures }[]
  readonly refused: number
}

/** Draws until `draws` sets of data have an answer; a function that refuses nearly all of them is compared with nothing. */
function drawAll(each: Comparison<object>, seed: number, draws: number): Drawing {
  const random = new Random(seed)
  const found: { drawn: object; ours: Figures }[] = []
  let refused = 0
  while (found.length < draws) {
    const drawn = each.draw(random)
    const ours = each.ours(drawn)
    if (ours !== 'refused') found.push({ drawn, ours })
    else if (++refused > 20 * draws) throw new Error(`${each.name} refuses nearly all that is drawn for it`)
  }
  return { each, draws: found, refused }
}

/** R's answers to all of them, from one process. */
function askR(drawings: readonly Drawing[]): Promise<readonly Answer[]> {
  return new Promise((resolve, reject) => {
    const child = spawn('Rscript', ['--vanilla', `${import.meta.dirname}/compare.R`])
    let [output, problems] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      problems += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output))
      else reject(new Error(`Rscript ended with ${code}: ${problems}`))
    })
    // A process that did not start has no input; that it did not is told by its own error.
    child.stdin.on('error', () => undefined)
    child.stdin.end(
      JSON.stringify(
        drawings.map(({ each, draws }) => ({
          r: each.r,
          packages: each.packages ?? [],
          draws: draws.map(({ drawn }) => drawn),
        })),
      ),
    )
  })
}

/** A number as R writes it. */
function numberOf(text: string): number {
  const words: Readonly<Record<string, number>> = {
    Inf: Number.POSITIVE_INFINITY,
    '-Inf': Number.NEGATIVE_INFINITY,
    NA: Number.NaN,
    NaN: Number.NaN,
  }
  return words[text] ?? Number(text)
}

function judge({ each, draws, refused }: Drawing, { missing = [], answers = [] }: Answer): Compared {
  let [worst, different] = [0, 0]
  const differences: string[] = []
  const differ = (told: string, drawn: object) => {
    different++
    if (differences.length < 3) differences.push(`${told}, for ${JSON.stringify(drawn)}`)
  }
  for (const [place, { drawn, ours }] of (missing.length > 0 ? [] : draws).entries()) {
    const theirs = answers[place] ?? {}
    if (theirs.error !== undefined) {
      differ(`R says: ${theirs.error}`, drawn)
      continue
    }
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const text = theirs[name]
      const number = text === undefined ? undefined : numberOf(text)
      const { error, told } = differenceOf(ours[name], number, each)
      worst = Math.max(worst, error)
      if (told !== undefined) differ(`${name}: ${told}`, drawn)
    }
  }
  return { name: each.name, draws: draws.length, refused, worst, differences, different, missing }
}

/** Holds every function against R on fresh data: `draws` sets for each, all from one seed. Rejects when R does not start. */
export async function compareWithR(
  all: readonly Comparison<object>[],
  { seed, draws, say }: { readonly seed: number; readonly draws: number; readonly say: (text: string) => void },
): Promise<readonly Compared[]> {
  const drawings = all.map((each, place) => {
    say(`${each.name} (${place + 1} of ${all.length})`)
    return drawAll(each, seed + place * 7919, draws)
  })
  say(`R answers ${all.length} functions, ${draws} draws each`)
  const answers = await askR(drawings)
  return drawings.map((drawing, place) => judge(drawing, answers[place] ?? {}))
}
