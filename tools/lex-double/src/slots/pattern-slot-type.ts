import type { Circumstances, FoundValue, SlotType, SlotValue } from './slot-type.ts';

/** One way of saying a value. */
export interface Form {
  /** With the flags `gi`. */
  readonly pattern: RegExp;
  /** The value of a match; undefined when it is none, such as 31 February. */
  readonly value: (match: RegExpMatchArray, circumstances: Circumstances) => SlotValue | undefined;
  /** Whether it counts only as an answer to a question, because it would be found in anything. */
  readonly onlyAsked?: boolean;
}

type Located = (form: Form) => readonly FoundValue[];

const locateIn =
  (text: string, circumstances: Circumstances): Located =>
  ({ pattern, value }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = value(match, circumstances);
      return found === undefined
        ? []
        : [{ value: found, start: match.index, end: match.index + match[0].length }];
    });

const length = ({ start, end }: FoundValue): number => end - start;
const overlaps = (a: FoundValue, b: FoundValue): boolean => a.start < b.end && b.start < a.end;

/** The longest values win, so that "the day after tomorrow" is not "tomorrow". */
function withoutOverlaps(values: readonly FoundValue[]): readonly FoundValue[] {
  const kept: FoundValue[] = [];
  for (const value of [...values].sort((a, b) => length(b) - length(a))) {
    if (!kept.some((other) => overlaps(other, value))) kept.push(value);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A slot type whose values are told by their form. */
export function patternSlotType(forms: readonly Form[]): SlotType {
  const locate = (text: string, circumstances: Circumstances, candidates: readonly Form[]) =>
    withoutOverlaps(candidates.flatMap(locateIn(text, circumstances)));
  const unasked = forms.filter(({ onlyAsked }) => onlyAsked !== true);
  return {
    read: (text, circumstances) => locate(text, circumstances, forms)[0]?.value,
    find: (text, circumstances) => locate(text, circumstances, unasked),
  };
}
