import type { Instrument } from './instrument.ts'

/**
 * An example of an instrument, written for this package: no validated questionnaire, and no norm to compare with. Its Welsh has not been
 * checked by a native speaker.
 */
export const experienceOfMentoring: Instrument = {
  key: 'experience-of-mentoring',
  version: '1',
  title: 'Experience of mentoring',
  language: 'en',
  licence: {
    kind: 'own',
    name: 'MIT',
    holder: 'Mentoring Commons',
    source: '@mentoring-commons/reporting/surveys',
  },
  scales: [
    {
      key: 'agreement',
      points: [
        { code: 'strongly-disagree', label: 'Strongly disagree', value: 1 },
        { code: 'disagree', label: 'Disagree', value: 2 },
        { code: 'neither', label: 'Neither agree nor disagree', value: 3 },
        { code: 'agree', label: 'Agree', value: 4 },
        { code: 'strongly-agree', label: 'Strongly agree', value: 5 },
      ],
    },
  ],
  items: [
    {
      key: 'been-mentored',
      label: 'Have you been mentored?',
      kind: 'one',
      required: true,
      choices: [
        { code: 'yes-now', label: 'Yes, now' },
        { code: 'yes-before', label: 'Yes, in the past' },
        { code: 'no', label: 'No' },
      ],
    },
    {
      key: 'sought-for',
      label: 'What would you look for in mentoring?',
      kind: 'many',
      choices: [
        { code: 'settling-in', label: 'Help with settling in' },
        { code: 'teaching', label: 'Teaching' },
        { code: 'research', label: 'Research' },
        { code: 'career', label: 'My career' },
        { code: 'recognition', label: 'Professional recognition' },
      ],
    },
    {
      key: 'hours-a-month',
      label: 'About how many hours a month do you spend with a mentor or a mentee?',
      kind: 'number',
      min: 0,
      max: 100,
      whole: false,
    },
    { key: 'settled', label: 'I have settled into my work here', kind: 'scale', scale: 'agreement' },
    { key: 'at-home', label: 'I feel at home in my department', kind: 'scale', scale: 'agreement' },
    { key: 'on-my-own', label: 'I am on my own with my questions', kind: 'scale', scale: 'agreement', reversed: true },
    { key: 'heard', label: 'People listen to me here', kind: 'scale', scale: 'agreement' },
    { key: 'whom-to-ask', label: 'I know whom to ask when I need help', kind: 'scale', scale: 'agreement' },
    {
      key: 'beyond-department',
      label: 'I have got to know people outside my department',
      kind: 'scale',
      scale: 'agreement',
    },
  ],
  subscales: [
    {
      key: 'belonging',
      label: 'Belonging',
      items: ['settled', 'at-home', 'on-my-own', 'heard'],
      rule: 'mean',
      missing: { kind: 'prorated', atLeast: 3 },
    },
    {
      key: 'network',
      label: 'Connections',
      items: ['whom-to-ask', 'beyond-department'],
      rule: 'sum',
      missing: { kind: 'complete' },
    },
  ],
  translations: [
    {
      language: 'cy',
      labels: {
        title: 'Profiad o fentora',
        'scale.agreement.strongly-disagree': "Anghytuno'n gryf",
        'scale.agreement.disagree': 'Anghytuno',
        'scale.agreement.neither': 'Ddim yn cytuno nac yn anghytuno',
        'scale.agreement.agree': 'Cytuno',
        'scale.agreement.strongly-agree': "Cytuno'n gryf",
        'item.been-mentored': 'Ydych chi wedi cael eich mentora?',
        'item.been-mentored.yes-now': 'Ydw, nawr',
        'item.been-mentored.yes-before': 'Ydw, yn y gorffennol',
        'item.been-mentored.no': 'Nac ydw',
        'item.sought-for': "Beth fyddech chi'n chwilio amdano mewn mentora?",
        'item.sought-for.settling-in': 'Help i ymgartrefu',
        'item.sought-for.teaching': 'Addysgu',
        'item.sought-for.research': 'Ymchwil',
        'item.sought-for.career': 'Fy ngyrfa',
        'item.sought-for.recognition': 'Cydnabyddiaeth broffesiynol',
        'item.hours-a-month': "Tua faint o oriau'r mis rydych chi'n eu treulio gyda mentor neu fentorai?",
        'item.settled': 'Rwyf wedi ymgartrefu yn fy ngwaith yma',
        'item.at-home': "Rwy'n teimlo'n gartrefol yn fy adran",
        'item.on-my-own': "Rwyf ar fy mhen fy hun gyda'm cwestiynau",
        'item.heard': 'Mae pobl yn gwrando arnaf yma',
        'item.whom-to-ask': "Rwy'n gwybod i bwy i ofyn pan fydd angen help arnaf",
        'item.beyond-department': "Rwyf wedi dod i adnabod pobl y tu allan i'm hadran",
        'subscale.belonging': 'Perthyn',
        'subscale.network': 'Cysylltiadau',
      },
    },
  ],
}
