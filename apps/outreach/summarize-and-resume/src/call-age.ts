import { fromIso, type CallKey, type CallRecord } from '@atlas-engine/domain';
import type { Clock } from '@atlas-engine/function-kit';

export const keyOf = ({ requestId, sequence }: CallRecord): CallKey => ({ requestId, sequence });

/** Milliseconds since a moment. */
export const ageOf = (moment: string, clock: Clock): number => clock.now() - fromIso(moment);
