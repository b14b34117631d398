import { spanishNumbers } from './number-words.ts';
import { patternSlotType } from './pattern-slot-type.ts';
import { fixedTime, timeForm, timeOf } from './time-slot-type.ts';

const hour = `(?:a las? |las? )?(${spanishNumbers.pattern})`;
const minutes = '(?: y (media|cuarto))?';
const half = '(?:\\s*(?:([ap])\\.?\\s?m\\.?|(?:de|por) la (mañana|tarde|noche)))';

const minuteOf = (said = ''): number => ({ media: 30, cuarto: 15 })[said.toLowerCase()] ?? 0;
const halfOf = (letter: string | undefined, part: string | undefined): string | undefined =>
  letter ?? (part === undefined ? undefined : part.toLowerCase() === 'mañana' ? 'a' : 'p');

/** AMAZON.Time in Spanish: `14:30`; MO, AF or NI for a part of the day; null and two resolved values for "a las 10". */
export const spanishTimeSlotType = patternSlotType([
  timeForm(`(?:a las? )?(\\d{1,2})[:.](\\d{2})${half}?`, (match) =>
    timeOf(match, { hourText: match[1], minute: Number(match[2]), half: halfOf(match[3], match[4]) }),
  ),
  timeForm(`${hour}${minutes}${half}`, (match) =>
    timeOf(match, {
      hourText: digits(match[1]),
      minute: minuteOf(match[2]),
      half: halfOf(match[3], match[4]),
    }),
  ),
  timeForm(`a las? (${spanishNumbers.pattern})${minutes}`, (match) =>
    timeOf(match, { hourText: digits(match[1]), minute: minuteOf(match[2]) }),
  ),
  timeForm(
    `${hour}${minutes}`,
    (match) => timeOf(match, { hourText: digits(match[1]), minute: minuteOf(match[2]) }),
    true,
  ),
  fixedTime('(?:al )?mediod[ií]a', '12:00'),
  fixedTime('(?:a )?medianoche', '00:00'),
  fixedTime('(?:por|en) la mañana', 'MO'),
  fixedTime('(?:por|en) la tarde', 'AF'),
  fixedTime('(?:por|en) la noche', 'NI'),
]);

const digits = (said = ''): string => (/^\d/.test(said) ? said : String(spanishNumbers.numberOf(said)));
