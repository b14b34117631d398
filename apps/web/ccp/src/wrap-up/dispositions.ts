import type { WrapUpRequest } from '@atlas-engine/web-contracts';

export type Disposition = WrapUpRequest['disposition'];

/** How each ending is called on the page; the record makes a new ending a type error here. */
export const dispositionNames: Readonly<Record<Disposition, string>> = {
  INTERESTED: 'Interested',
  NOT_INTERESTED: 'Not interested',
  CALL_BACK: 'Call back',
  DO_NOT_CALL: 'Do not call',
  WRONG_NUMBER: 'Wrong number',
  VOICEMAIL: 'Voicemail',
  HUNG_UP: 'Hung up',
  UNKNOWN: 'Other',
};

export const dispositions = Object.keys(dispositionNames) as readonly Disposition[];
