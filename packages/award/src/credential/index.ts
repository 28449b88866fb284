// What a badge is awarded for, and to whom

// Verifying
export type { VerificationCode, VerificationReason } from '../refusal.ts'
export { type Achievement, type AchievementWords, achievementOf, type CaseAlignment } from './achievement.ts'
export { achievementTypes } from './achievement-type.ts'
// Issuing
export type { Badge, BadgeEvidence, StatusPlace } from './badge.ts'
export type { ReadBadge, ReadIdentity } from './badge-reading.ts'
// Taking back
export { drawStatusIndex } from './draw-status-index.ts'
export type { JsonObject, JsonValue } from './engine/json.ts'
export type { CredentialForm } from './form.ts'
export { type HashedIdentity, hashedIdentity, isIdentityOf } from './identity.ts'
// Data
export type { Instant } from './instant.ts'
export { type IssuedCredential, issueBadge, issueStatusList } from './issue.ts'
// Issuers and their keys
export { type Issuer, type IssuerKey, type KeyPeriod, parseIssuer } from './issuer.ts'
export { issuerProfile, parseIssuerProfile } from './issuer-profile.ts'
export type { PublicKey } from './public-key.ts'
export { parseSigningKey, type SigningKey } from './signing-key.ts'
export type { StatusListCredential } from './status-credential.ts'
export { hasStatus, listLengthMax, listLengthMin, type StatusList, statusListOf, withStatus } from './status-list.ts'
export { type StatusPurpose, statusPurposes } from './status-purpose.ts'
export type { CheckedStatus } from './status-reading.ts'
export {
  type RefusedBadge,
  type Verification,
  type VerificationBasis,
  type VerifiedBadge,
  verifyCredential,
} from './verify-credential.ts'
