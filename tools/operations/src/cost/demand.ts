/** What is asked of a stage. */
export interface Demand {
  readonly leadsPerMonth: number;
  /** Share of placed calls that somebody answers, a voicemail included: 0 to 1. */
  readonly answerRate: number;
  /** Length of an answered call. */
  readonly callSeconds: number;
  /** As the calling policy allows for one request. */
  readonly maxAttempts: number;
}

/** The figures of a made-up lead on the local cloud, with an answer rate as outreach to people who asked for it has. */
export const defaultDemand: Demand = {
  leadsPerMonth: 1000,
  answerRate: 0.4,
  callSeconds: 54,
  maxAttempts: 4,
};

/** How many calls a lead gets, and how many of them are answered, on average; a request ends with its first answer. */
export function callsPerLead({ answerRate, maxAttempts }: Demand): {
  readonly attempts: number;
  readonly answers: number;
} {
  const calls = Array.from({ length: maxAttempts }, (_, earlier) => (1 - answerRate) ** earlier);
  const attempts = calls.reduce((total, share) => total + share, 0);
  return { attempts, answers: answerRate * attempts };
}
