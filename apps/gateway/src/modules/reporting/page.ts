import type { ImpactReport } from './build.ts'
export async function reportHtml(_report: ImpactReport): Promise<string> { return '' }
