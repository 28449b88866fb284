import type { ModelDefinition } from '@mentoring-commons/action-research'
import { asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { inquiryModel } from '../table.ts'

/** A version of a model that an institution defined. Its definition has `id`, the key and the version, as its id. */
export interface OwnModel {
  readonly id: string
  readonly key: string
  readonly version: number
  readonly definition: ModelDefinition
}

/** All versions of the models of an institution, by key, and of one key the newest last. */
export function ownModels(tx: Transaction, institutionId: string): Promise<OwnModel[]> {
  return tx
    .select({
      id: inquiryModel.modelId,
      key: inquiryModel.key,
      version: inquiryModel.version,
      definition: inquiryModel.definition,
    })
    .from(inquiryModel)
    .where(eq(inquiryModel.institutionId, institutionId))
    .orderBy(asc(inquiryModel.key), asc(inquiryModel.version))
}

/** Stores a version; false where another has come first with the same one. */
export async function insertModel(
  tx: Transaction,
  institutionId: string,
  { id, ...model }: OwnModel,
  by: { readonly definedBy: string; readonly definedAt: string },
): Promise<boolean> {
  const inserted = await tx
    .insert(inquiryModel)
    .values({ institutionId, modelId: id, ...model, ...by })
    .onConflictDoNothing()
    .returning({ key: inquiryModel.key })
  return inserted.length === 1
}
