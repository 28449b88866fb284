import { coghlanBrannick } from './coghlan-brannick.ts'
import { elliott } from './elliott.ts'
import { kemmisMcTaggart } from './kemmis-mctaggart.ts'
import { lewin } from './lewin.ts'
import { mcniffWhitehead } from './mcniff-whitehead.ts'
import type { ModelDefinition } from './model.ts'
import { stringer } from './stringer.ts'
import { susmanEvered } from './susman-evered.ts'
import { zuberSkerritt } from './zuber-skerritt.ts'

/** The models that this package ships, in alphabetical order of their ids. */
export const models: readonly ModelDefinition[] = [
  coghlanBrannick,
  elliott,
  kemmisMcTaggart,
  lewin,
  mcniffWhitehead,
  stringer,
  susmanEvered,
  zuberSkerritt,
]
