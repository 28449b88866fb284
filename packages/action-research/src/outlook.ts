/** As whom somebody looks at the matter. */
export const outlookRoles = ['researcher', 'participant'] as const

/** When they look at it: before the cycle acts, or after it has begun to. */
export const outlookMoments = ['before', 'after'] as const

/** How somebody sees the matter before or after the action; a participant's rests on their consent. */
export interface Outlook {
  readonly id: string
  readonly cycle: string
  readonly by: string
  readonly role: (typeof outlookRoles)[number]
  readonly moment: (typeof outlookMoments)[number]
  readonly on: string
  readonly text: string
  readonly consent?: string
}
