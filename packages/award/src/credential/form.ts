/** How a credential is secured: a proof inside its JSON (eddsa-rdfc-2022), or a compact token around it (VC-JWT, RS256). */
export type CredentialForm = 'data-integrity' | 'vc-jwt'
