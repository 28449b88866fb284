import { checkCoverageMap } from '../../browser/coverage-map.ts'
import { checkMatchingWorker } from '../../browser/matching-worker.ts'
import { checkPage } from '../../browser/page-check.ts'
import { makeReportPage } from '../../browser/report-page.ts'
import { checkSelfAssessment } from '../../browser/self-assessment.ts'
import { checkSurveyPages } from '../../browser/survey-pages.ts'
import { checkVerifyPage } from '../../browser/verify-page.ts'
import type { Step } from '../../step/step.ts'

/** Pages are whole and accessible in a browser. */
export const browser: Step = {
  name: 'browser',
  title:
    'report pages, the coverage map, the self-assessment, the page that checks badges and the page of surveys in Chromium: accessible, in order, within 360 and 1200 px, loading nothing; matching in a worker',
  needs: ['build'],
  run: async (tally) => {
    const { html, texts } = await makeReportPage()
    await checkPage(tally, { html }, { name: 'report-page', texts })
    await checkCoverageMap(tally)
    await checkSelfAssessment(tally)
    await checkVerifyPage(tally)
    await checkSurveyPages(tally)
    await checkMatchingWorker(tally)
  },
}
