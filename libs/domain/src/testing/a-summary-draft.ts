import type { SummaryDraft } from '../call-summary.ts';

/** What a model would say of a call with an interested lead. */
export const aSummaryDraft = (overrides: Partial<SummaryDraft> = {}): SummaryDraft => ({
  disposition: 'INTERESTED',
  sentiment: 'POSITIVE',
  interestLevel: 'HIGH',
  summary: 'The customer wants an offer for solar panels.',
  objections: [],
  nextStep: 'Send an offer.',
  followUpAt: null,
  doNotCallRequested: false,
  evidence: ['Yes, please send me an offer.'],
  ...overrides,
});
