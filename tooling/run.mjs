#!/usr/bin/env node
// The door of the repository. It needs Node 20 or newer with its npm, and uses Node built-ins only, because it runs
// before anything is installed: it brings the pinned pnpm, installs from the lockfile when that changed, and runs
// the task in the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const pnpmSpec = manifest.packageManager.split('+')[0]
const node = path.join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node')
const pathKey = Object.keys(process.env).find((key) => key.toLowerCase() === 'path') ?? 'PATH'
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', TURBO_UI: 'false' }

const say = (line) => process.stderr.write(`mentoring-commons: ${line}\n`)
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

function fail(line, code = 1) {
  say(line)
  process.exit(code)
}

/** Runs a program to its end and gives its exit code; whatever stops this process stops the program too. */
function run(command, args, { cwd = root, stdio = 'inherit', shell = false, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio, shell })
    let stopping = false
    const stop = (signal) => {
      child.kill(signal)
      if (stopping) return
      stopping = true
      setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
    }
    // A terminal sends Ctrl-C to the whole process group; only elsewhere must it be passed on.
    const interrupt = () => process.stdin.isTTY || stop('SIGINT')
    const terminate = () => stop('SIGTERM')
    process.on('SIGINT', interrupt)
    process.on('SIGTERM', terminate)
    process.on('SIGHUP', terminate)
    // npm does not pass SIGTERM on: its going away is the only sign.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && !stopping && terminate(), 250)
    if (onOutput) for (const stream of [child.stdout, child.stderr]) stream.on('data', onOutput)
    const end = (code) => {
      clearInterval(watch)
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', terminate)
      process.off('SIGHUP', terminate)
      resolve(code)
    }
    child.on('error', (error) => {
      say(`${command} did not start: ${error.message}`)
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** The folder that holds the pinned pnpm, in npm's own cache; npx fetches it when it is not there yet. */
function findPnpm() {
  const print = `process.stdout.write(process.env[${JSON.stringify(pathKey)}])`
  const script = windows ? `"${print.replaceAll('"', '\\"')}"` : print
  const args = ['--yes', '--loglevel=error', '--package', pnpmSpec, '--', 'node', '-e', script]
  const found = spawnSync('npx', args, { cwd: root, env, shell: windows, encoding: 'utf8' })
  if (found.error) fail('npx was not found: install Node 20 or newer with its npm, then run this again.')
  const folder = (found.stdout ?? '').split(path.delimiter).find((dir) => existsSync(path.join(dir, 'pnpm')))
  if (found.status !== 0 || folder === undefined) {
    const reason = (found.stderr ?? '').match(/code (E[A-Z_0-9]+)/)?.[1]
    fail(
      `npx could not fetch ${pnpmSpec}${reason ? ` (${reason})` : ''}: check the network, or npm's registry setting, then run this again.`,
    )
  }
  return folder
}

const stateFile = path.join(root, 'node_modules/.bootstrap.json')

function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'))
  } catch {
    return {}
  }
}

/** Brings what the lockfile names, and puts the pinned tools first on the path; a second run only reads one file. */
async function prepare() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(path.join(root, file)))
  const lock = hash.digest('hex')
  const state = readState()
  const current = state.lock === lock && existsSync(node)
  const pnpm = state.spec === pnpmSpec && existsSync(path.join(state.pnpm, 'pnpm')) ? state.pnpm : undefined
  const use = (folder) => {
    const first = [path.join(root, 'node_modules/node/bin'), path.join(root, 'node_modules/.bin'), folder]
    env[pathKey] = [...first, process.env[pathKey]].join(path.delimiter)
  }
  if (current && pnpm) return use(pnpm)

  const start = Date.now()
  if (!pnpm) say(`bringing ${pnpmSpec} through npx`)
  const folder = pnpm ?? findPnpm()
  if (!current) {
    say('installing what pnpm-lock.yaml names; this happens only when that file changes')
    env[pathKey] = [folder, process.env[pathKey]].join(path.delimiter)
    const code = await run('pnpm', ['install', '--frozen-lockfile'], { stdio: ['ignore', 2, 2], shell: windows })
    if (code !== 0)
      fail(`the install failed (see above): check the network and free disk space, then run this again.`, code)
    if (!existsSync(node))
      fail('the pinned Node was not installed: remove the folder node_modules, then run this again.')
    say(`installed in ${seconds(start)}`)
  }
  mkdirSync(path.dirname(stateFile), { recursive: true })
  writeFileSync(stateFile, JSON.stringify({ lock, spec: pnpmSpec, pnpm: folder }))
  use(folder)
}

/** Changes whenever a file that goes into the build, or comes out of it, does. */
function buildStamp() {
  const hash = createHash('sha256')
  const visit = (file) => {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat) return hash.update(`${file} absent\n`)
    if (!stat.isDirectory()) return hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`)
    for (const name of readdirSync(file).sort()) visit(path.join(file, name))
  }
  const inputs = ['src', 'dist', 'migrations', 'package.json', 'tsconfig.json', 'tsup.config.ts']
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`)
  for (const folder of [...packages, 'apps/gateway']) for (const input of inputs) visit(path.join(root, folder, input))
  for (const file of ['pnpm-lock.yaml', 'turbo.json', 'tooling/tsup', 'tooling/typescript'])
    visit(path.join(root, file))
  return hash.digest('hex')
}

const turbo = (...args) => [path.join(root, 'node_modules/turbo/bin/turbo'), 'run', ...args]

/** Builds the gateway and what it needs; nothing but a failure is printed, on stderr. */
async function buildGateway() {
  const stampFile = path.join(root, 'node_modules/.build-stamp')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === buildStamp()) return
  const start = Date.now()
  if (task === 'start') say('building the gateway')
  const output = []
  const args = turbo(
    'build',
    '--filter=@mentoring-commons/gateway...',
    '--output-logs=errors-only',
    '--concurrency=100%',
  )
  const code = await run(node, args, { stdio: ['ignore', 'pipe', 'pipe'], onOutput: (chunk) => output.push(chunk) })
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output))
    fail('the build failed (see above).', code)
  }
  writeFileSync(stampFile, buildStamp())
  if (task === 'start') say(`built in ${seconds(start)}`)
}

const [task, ...rest] = process.argv.slice(2)
const calledFrom = process.env.INIT_CWD ?? process.cwd()
const script = (file, ...args) => run(node, [path.join(root, file), ...args])
const tasks = {
  start: async () => {
    await buildGateway()
    return script('apps/gateway/dist/main.js', ...rest)
  },
  commons: async () => {
    await buildGateway()
    // The data directory is that of `npm start`; paths given are those of whoever called.
    env.INIT_CWD = calledFrom
    return run(node, [path.join(root, 'apps/gateway/dist/commons.js'), ...rest])
  },
  test: () => script('tooling/proof/main.ts', 'test', ...rest),
  'test:long': () => script('tooling/proof/main.ts', 'test:long', ...rest),
  build: () => run(node, turbo('build', '--output-logs=new-only', '--concurrency=100%', ...rest)),
  typecheck: () => run(node, turbo('typecheck', '--output-logs=new-only', '--concurrency=100%', ...rest)),
  lint: () => script('node_modules/@biomejs/biome/bin/biome', 'check', ...rest),
  format: () => script('node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...rest),
  bench: async () => {
    await buildGateway()
    return script('tooling/bench/main.ts', ...rest)
  },
}

const major = Number(process.versions.node.split('.')[0])
if (major < 20) fail(`Node ${process.versions.node} is too old: install Node 20 or newer, then run this again.`)
if (!Object.hasOwn(tasks, task ?? ''))
  fail(`no task ${task ?? 'given'}: name one of ${Object.keys(tasks).join(', ')}.`, 2)
await prepare()
process.exitCode = await tasks[task]()
