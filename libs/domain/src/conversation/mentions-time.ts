import type { Turn } from '../call-summary.ts';
import { plainText } from './spoken-text.ts';

const expressions: readonly RegExp[] = [
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/,
  /\b(?:january|february|april|june|july|august|september|october|november|december|(?:in|of|next|late|early|march|may) (?:march|may)|(?:march|may) (?:the )?\d+)\b/,
  /\b(?:today|tonight|tomorrow|noon|midday|midnight|morning|afternoon|evening|weekend)\b/,
  /\b(?:next|this|coming|following|end of the|in a|in one|another) (?:hour|day|week|month|quarter|year)\b/,
  /\b(?:in|within|after) (?:an?|a couple of|a few|half an?|\p{L}+|\d+) (?:minutes?|hours?|days?|weeks?|months?)\b/u,
  /\b\d{1,2}(?::\d\d)? ?(?:am|pm|o'?clock|hours)\b/,
  /\b\d{1,2}:\d\d\b/,
  /\b(?:at|after|before|around|by|until|past) (?:half past |quarter (?:to|past) )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/,
  /\b\p{L}+ o'?clock\b/u,
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\/\d{1,2}\b|\b(?:the )?\d{1,2}(?:st|nd|rd|th)\b/,
  /\blater (?:today|on|this)\b/,
  /\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)s?\b/,
  /\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b/,
  /\b(?:hoy|manana|tarde|noche|mediodia|medianoche|fin de semana|mas tarde)\b/,
  /\ba las? (?:\d{1,2}|\p{L}+)\b/u,
  /\b(?:en|dentro de) (?:un|una|unos|unas|\p{L}+|\d+) (?:minutos?|horas?|dias?|semanas?|mes(?:es)?)\b/u,
  /\b(?:proxim[oa]|siguiente|est[ae]) (?:hora|dia|semana|mes|ano)\b|\b(?:semana|mes|ano) que viene\b/,
];

/** Whether a turn names a day or a time of day, in English or Spanish. */
export const mentionsTime = ({ text }: Turn): boolean => {
  const said = plainText(text).replace(/\s+/g, ' ');
  return expressions.some((expression) => expression.test(said));
};
