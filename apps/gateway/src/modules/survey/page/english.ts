/** The words of the page on which people answer a survey, in English. `{...}` stands for what the page fills in. */
export const english = {
  language: 'en',
  /** How dates are written. */
  locale: 'en-GB',
  /** This language's name in itself, for the link that leads to it. */
  name: 'English',
  languages: 'Language',
  error: 'Error',
  problems: 'There is a problem',
  intro:
    'You need not answer, and you need not answer every question. Your answers are kept under a pseudonym. Reports show figures of several people together, and never your answers alone. A data steward of your institution can read answers by pseudonym, without names.',
  keep: 'Keep your link to yourself: whoever has it can see and change your answers.',
  closes: 'You can answer, and change your answers, until the end of {day}.',
  answered: 'You have answered already. What you send now takes the place of what you sent before.',
  required: 'needs an answer',
  many: 'Choose all that apply.',
  range: 'A number from {min} to {max}.',
  noAnswer: 'No answer',
  send: 'Send my answers',
  revise: 'Send my changed answers',
  withdraw: 'Withdraw my answers',
  withdrawTitle: 'Withdraw your answers?',
  withdrawText:
    'Your answers to this questionnaire are deleted, and you cannot answer it again. Figures that were published before stay as they are.',
  withdrawSend: 'Yes, withdraw my answers',
  back: 'Back to the questions',
  thanksTitle: 'Thank you',
  thanksText: 'Your answers are kept. You can change them by the same link until the end of {day}.',
  change: 'Look at my answers again',
  withdrawnTitle: 'Your answers are withdrawn',
  withdrawnText: 'Nothing of what you answered is kept. You need not do anything more.',
  notOpenTitle: 'This questionnaire is not open yet',
  notOpenText: 'It opens on {day}. Your link opens it then.',
  closedTitle: 'This questionnaire is closed',
  closedText: 'It could be answered until the end of {day}.',
  closedAnswered: 'Your answers are kept as you sent them. You can still withdraw them.',
  unknownTitle: 'This link opens nothing',
  unknownText: 'It is mistyped, or a newer link took its place. Ask whoever sent it to you.',
  expiredTitle: 'This link has expired',
  expiredText: 'Ask whoever sent it to you for a new one.',
  unreadableTitle: 'This form cannot be read',
  unreadableText: 'Go back and send it from its page.',
  failedTitle: 'This failed on our side',
  failedText: 'Nothing was changed. Try again later. The number of this request is {id}.',
  answerRequired: 'Choose or give an answer',
  numberOutOfRange: 'Give a number from {min} to {max}',
  wholeNumberOutOfRange: 'Give a whole number from {min} to {max}',
  answerWrong: 'Choose one of the answers',
  nothingAnswered: 'Answer at least one question',
} as const

/** A whole set of the page's words. */
export type PageWords = { readonly [Key in keyof typeof english]: string }
