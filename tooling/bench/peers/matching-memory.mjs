// Solves 10,000 rows and 2,000 columns of which each row may have one in twenty, and tells what that added to the memory
// of this process at its highest, instance and answer included.
// The address of the built package is its argument.
const { checkCertificate, solveAssignment } = await import(process.argv[2])

let state = 7
function next() {
  state = (state + 0x9e3779b9) >>> 0
  let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
  return ((word ^ (word >>> 15)) >>> 0) / 2 ** 32
}

// Not the highest mark the system keeps: a process takes over that of the one which started it.
let highest = 0
const look = () => {
  highest = Math.max(highest, process.memoryUsage.rss())
}
const before = process.memoryUsage.rss()
const cpuBefore = process.threadCpuUsage()
const [rows, columns] = [10_000, 2000]
const start = new Int32Array(rows + 1)
const column = new Int32Array(1_100_000)
const cost = new Float64Array(column.length)
let pairs = 0
for (let row = 0; row < rows; row += 1) {
  for (let to = 0; to < columns; to += 1) {
    if (next() >= 0.05) continue
    column[pairs] = to
    cost[pairs++] = Math.floor(next() * 1_000_000)
  }
  start[row + 1] = pairs
}
const capacity = new Int32Array(columns).fill(5)
const instance = { rows, columns, capacity, start, column: column.subarray(0, pairs), cost: cost.subarray(0, pairs) }
look()
const solution = solveAssignment(instance)
look()
const { holds, placed } = checkCertificate(instance, solution)
look()
if (!holds || placed !== rows) throw new Error(`not proven, or only ${placed} placed`)
const { user, system } = process.threadCpuUsage(cpuBefore)
const megabytes = (highest - before) / 2 ** 20
process.stdout.write(JSON.stringify({ megabytes, pairs, ms: (user + system) / 1000 }))
