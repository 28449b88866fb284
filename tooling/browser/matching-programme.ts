/** A synthetic programme of 400 mentees and 180 mentors, with rules, pins, rankings and more mentees than places. */
export function largeProgramme(): object {
  const topics = ['writing', 'grants', 'teaching', 'data', 'leading', 'publishing', 'networks', 'speaking']
  const some = (at: number, count: number) =>
    Array.from({ length: count }, (_, each) => topics[(at * 5 + each * 3 + (at >> 3)) % topics.length])
  const answers = (at: number, question: 'needs' | 'offers') => ({
    [question]: some(at, 2 + (at % 3)),
    grade: 1 + ((at * 7) % 6),
    unit: [`unit ${(at * 11) % 9}`],
  })
  const mentees = Array.from({ length: 400 }, (_, at) => ({
    personId: `mentee-${at}`,
    trained: at % 50 > 0,
    answers: answers(at, 'needs'),
    ...(at % 4 === 0 && { ranking: [`mentor-${(at * 13) % 180}`, `mentor-${(at * 17) % 180}`] }),
    ...(at % 10 === 0 && { notWith: [`mentor-${(at * 3) % 180}`] }),
  }))
  const mentors = Array.from({ length: 180 }, (_, at) => ({
    personId: `mentor-${at}`,
    trained: at % 40 > 0,
    places: 1 + (at % 4),
    answers: answers(at + 3, 'offers'),
  }))
  const asks = (kind: string, side: string, weight: number, mentee: string, mentor: string) => ({
    id: kind,
    kind,
    side,
    weight,
    menteeQuestion: mentee,
    mentorQuestion: mentor,
  })
  return {
    seed: 'spring',
    mentees,
    mentors,
    pins: [{ menteeId: 'mentee-1', mentorId: 'mentor-2' }],
    facts: { lines: mentees.slice(0, 100).map(({ personId }, at) => ({ personId, reportsTo: `mentor-${at}` })) },
    policy: {
      version: '1',
      objective: 'most-matched',
      menteeShare: 0.6,
      rules: [
        asks('overlap', 'mentee', 3, 'needs', 'offers'),
        { ...asks('near', 'mentor', 1, 'grade', 'grade'), ideal: 1, width: 4 },
        asks('different', 'mentee', 1, 'unit', 'unit'),
        { id: 'ranking', kind: 'ranking', side: 'mentee', weight: 1 },
      ],
    },
  }
}
