import type { Candidacy, CandidacyStatus, Enrolled } from './candidacy/candidacy.ts'
import { type CandidacyCommand, type CommandType, commandTypes } from './candidacy/commands.ts'
import type { CandidacyEvent } from './candidacy/events.ts'
import { decideAppeal, raiseAppeal } from './decide/appeal.ts'
import { appointAssessor, appointModerator, declareRelation, standDown } from './decide/appoint.ts'
import { confer, decideAward, lapseReferral, revoke } from './decide/award-decision.ts'
import { first, inOrder, no, texts } from './decide/check.ts'
import { enrol } from './decide/enrol.ts'
import { judge } from './decide/judge.ts'
import { moderate, selectForModeration } from './decide/moderate.ts'
import { defer, resume, withdraw } from './decide/pause.ts'
import { possibleIn } from './decide/possible-in.ts'
import { linkInquiry, linkRelationship, unlinkRelationship } from './decide/practice.ts'
import { submit, takeSnapshot } from './decide/submit.ts'
import type { Decision } from './decider.ts'
import type { Refusal } from './refusal.ts'
import type { Scheme } from './scheme.ts'

type In<Status extends CandidacyStatus> = Extract<Enrolled, { readonly status: Status }>

/** What a command leads to. Throws a TypeError for a command type that there is not. */
export function decide(
  command: CandidacyCommand,
  state: Candidacy,
  schemes: readonly Scheme[],
): Decision<CandidacyEvent> {
  if (!commandTypes.includes(command.type)) {
    throw new TypeError(`there is no command of type ${JSON.stringify(command.type)}`)
  }
  if (command.type === 'Enrol') return enrol(command, state, schemes)
  if (state.status === 'not-enrolled') {
    return {
      refusal: no(
        'not-enrolled',
        `Nobody is enrolled, so ${command.type} has nothing to act on: enrol the candidate first.`,
      ),
    }
  }
  if (!possibleIn[command.type].includes(state.status)) return { refusal: notNow(command.type, state.status) }
  const refusal = first(texts({ by: command.by }), inOrder(command.on, state))
  return refusal === undefined ? dispatch(command, state, schemes) : { refusal }
}

function dispatch(
  command: Exclude<CandidacyCommand, { type: 'Enrol' }>,
  state: Enrolled,
  schemes: readonly Scheme[],
): Decision<CandidacyEvent> {
  switch (command.type) {
    case 'LinkRelationship':
    case 'RecountRelationship':
      return linkRelationship(command, state.file)
    case 'UnlinkRelationship':
      return unlinkRelationship(command, state.file)
    case 'LinkInquiry':
      return linkInquiry(command, state.file)
    case 'DeclareRelation':
      return declareRelation(command, state)
    case 'TakeSnapshot':
      return takeSnapshot(command, state.file, schemes)
    case 'Submit':
      return submit(command, state as In<'preparing' | 'referred'>, schemes)
    case 'AppointAssessor':
      return appointAssessor(command, state as In<'assessing'>)
    case 'AppointModerator':
      return appointModerator(command, state as In<'moderating'>)
    case 'StandDown':
      return standDown(command, state as In<'assessing' | 'moderating'>)
    case 'Judge':
      return judge(command, state as In<'assessing'>)
    case 'SelectForModeration':
      return selectForModeration(command, state as In<'assessed'>)
    case 'Moderate':
      return moderate(command, state as In<'moderating'>)
    case 'Decide':
      return decideAward(command, state as In<'assessed'>)
    case 'Confer':
      return confer(command, state as In<'to-be-conferred'>, schemes)
    case 'LapseReferral':
      return lapseReferral(command, state as In<'referred'>)
    case 'Appeal':
      return raiseAppeal(command, state as In<'referred' | 'not-awarded'>)
    case 'DecideAppeal':
      return decideAppeal(command, state as In<'appealing'>)
    case 'Defer':
      return defer(command, state as In<'preparing' | 'referred'>)
    case 'Resume':
      return resume(command, state as In<'deferred'>)
    case 'Withdraw':
      return withdraw(command, state)
    case 'Revoke':
      return revoke(command, state as In<'awarded'>)
  }
}

function notNow(type: CommandType, status: CandidacyStatus): Refusal {
  const now = commandTypes.filter((each) => possibleIn[each].includes(status))
  const next = now.length === 0 ? 'nothing more can happen to it' : `what can be possible now is ${now.join(', ')}`
  return no('not-now', `The candidacy is ${status}, and ${type} belongs to ${possibleIn[type].join(', ')}: ${next}.`)
}
