import type { Draft } from './draft.ts';
import type { WrapUp } from './wrap-up-book.ts';

const isEmpty = ({ notes, disposition, doNotCall, followUpAt }: Draft): boolean =>
  notes === '' && disposition === undefined && !doNotCall && followUpAt === '';

/** Whether nothing would be lost with it: the server has all of it, or nothing was written. */
export const isDone = ({ draft, saved, savedDraft }: WrapUp): boolean =>
  isEmpty(draft) || (saved !== undefined && savedDraft === draft.editedAt);
