import { checkBrowserBundle } from '../../release/browser-bundle.ts'
import { checkBundleSize } from '../../release/bundle-size.ts'
import { checkLockfile } from '../../release/lockfile.ts'
import { checkPacked } from '../../release/packed.ts'
import { checkVersionBump } from '../../release/version-bump.ts'
import { root } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'

/** The packages work for whoever installs them. */
export const packed: Step = {
  name: 'packed',
  title: 'each packed package installs, imports, requires and type-checks in an empty folder',
  needs: ['build'],
  run: checkPacked,
}

/** The packages work where there is no Node. */
export const bundle: Step = {
  name: 'bundle',
  title:
    'all packages in one bundle run on a page, in a Web Worker and in a worker thread, and what a page takes stays small',
  needs: ['build'],
  run: async (tally) => {
    await checkBundleSize(tally, root)
    await checkBrowserBundle(tally)
  },
}

/** One package can be released without the others. */
export const release: Step = {
  name: 'release',
  title: 'a changeset moves its package, what depends on it, and nothing else',
  run: checkVersionBump,
}

/** The lockfile holds everywhere. */
export const lockfile: Step = {
  name: 'lockfile',
  title: 'the lockfile names no registry, lacks no platform, and every version is exact',
  run: (tally) => checkLockfile(tally, root),
}
