import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { answersOf, faultsOf, readForm } from '../modules/survey/page/form.ts'
import { questionnairePage, thanksPage, withdrawPage, wordsPage } from '../modules/survey/page/page.ts'
import { filled, wordsOf } from '../modules/survey/page/words.ts'
import { answerByLink, type LinkPlace, openLink, withdrawByLink } from '../modules/survey/response/commands.ts'
import { Refused } from '../refused.ts'

/** The pages run nothing and load nothing; a form is sent to this service alone. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The most bytes of a form: the codes of some hundred answers. */
const formMax = 65_536

interface Linked {
  readonly Params: LinkPlace
  readonly Querystring: { readonly lang?: string | string[] }
}
type Asked = FastifyRequest<Linked>

/**
 * The pages behind a personal link, on which somebody answers a survey, revises and withdraws, without signing in and without a program
 * in the browser. The link is the key: no cookie is set or read, so that no other page can send a form in somebody's name. It is not
 * written to a log.
 */
export function addSurveys(app: FastifyInstance, { services }: { services: Services }) {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formMax },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const asked = request as Asked
      const words = wordsOf(asked.query.lang)
      const path = pathOf(asked)
      if (error instanceof Refused) {
        const { code } = error.refusal
        if (code === 'link-expired')
          return send(reply, wordsPage(words, path, words.expiredTitle, [words.expiredText]), 410)
        if (code === 'link-unknown')
          return send(reply, wordsPage(words, path, words.unknownTitle, [words.unknownText]), 404)
      }
      const status = error instanceof Refused ? 409 : (error.statusCode ?? 500)
      if (status < 500)
        return send(reply, wordsPage(words, path, words.unreadableTitle, [words.unreadableText]), status)
      request.log.error({ err: error }, 'a request failed on our side')
      return send(
        reply,
        wordsPage(words, path, words.failedTitle, [filled(words.failedText, { id: request.id })]),
        status,
      )
    })
    // The address is the key to somebody's answers: requests for it are not logged.
    const quiet = { logLevel: 'warn' as const }
    const at = '/survey/:institution/:invitation/:secret'
    scope.get<Linked>(at, quiet, async (request, reply) => {
      const questionnaire = await openLink(services, request.params)
      return send(reply, questionnairePage(wordsOf(request.query.lang), pathOf(request), questionnaire))
    })
    scope.post<Linked & { Body: string }>(at, quiet, async (request, reply) => {
      const words = wordsOf(request.query.lang)
      const path = pathOf(request)
      const questionnaire = await openLink(services, request.params)
      const { instrument, standing } = questionnaire
      if (standing !== 'open') return send(reply, questionnairePage(words, path, questionnaire), 409)
      const form = readForm(instrument, String(request.body ?? ''))
      const faults = faultsOf(instrument, form)
      if (faults.length > 0) return send(reply, questionnairePage(words, path, questionnaire, { form, faults }), 422)
      await answerByLink(services, request.params, answersOf(instrument, form))
      return redirect(reply, `${path}/thanks`, words.language)
    })
    scope.get<Linked>(`${at}/thanks`, quiet, async (request, reply) => {
      const words = wordsOf(request.query.lang)
      const questionnaire = await openLink(services, request.params)
      const isThere = questionnaire.answers !== undefined && questionnaire.standing === 'open'
      return send(reply, (isThere ? thanksPage : questionnairePage)(words, pathOf(request), questionnaire))
    })
    scope.get<Linked>(`${at}/withdraw`, quiet, async (request, reply) => {
      const words = wordsOf(request.query.lang)
      const questionnaire = await openLink(services, request.params)
      if (questionnaire.answers === undefined)
        return send(reply, questionnairePage(words, pathOf(request), questionnaire))
      return send(reply, withdrawPage(words, pathOf(request)))
    })
    // A mistyped link is answered here too, so that what it holds is not logged as a route that was not found.
    scope.get<{ Querystring: Linked['Querystring'] }>('/survey/*', quiet, async (request, reply) => {
      const words = wordsOf(request.query.lang)
      return send(reply, wordsPage(words, '/survey/link', words.unknownTitle, [words.unknownText]), 404)
    })
    scope.post<Linked>(`${at}/withdraw`, quiet, async (request, reply) => {
      await withdrawByLink(services, request.params)
      return redirect(reply, pathOf(request), wordsOf(request.query.lang).language)
    })
  })
}

function pathOf({ params }: Asked): string {
  const { institution, invitation, secret } = params
  return `/survey/${[institution, invitation, secret].map(encodeURIComponent).join('/')}`
}

function redirect(reply: FastifyReply, path: string, language: string) {
  return sealed(reply).redirect(`${path}?lang=${language}`, 303)
}

function send(reply: FastifyReply, page: string, status = 200) {
  return sealed(reply).code(status).type('text/html; charset=utf-8').send(page)
}

function sealed(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
}
