import type { Turn } from '../call-summary.ts';
import { customerTexts, plainText } from './spoken-text.ts';

/** "Don't call me before five" is about when, not whether. */
const when =
  'before|until|till|between|while|during|today|tonight|tomorrow|right now|' +
  'in the (?:morning|afternoon|evening)|at (?:night|work|noon|this time|that time|\\d)|' +
  'on (?:the weekend|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)|this (?:early|late|week|morning)|so (?:early|late)';
const person = '(?: (?:me|us|here|this number|my number|him|her|them))?(?: back)?';
const butNotWhen = `(?!${person} (?:${when})\\b(?![^.!?]{0,200}\\b(?:again|anymore|any more|ever)\\b))`;
const notDo = "(?:do not|don't|dont|never|please not)";

/** Ways to ask for silence, in English and Spanish. They may take too much for such a wish, rather than too little. */
const wishes: readonly RegExp[] = [
  new RegExp(`\\b${notDo} (?:ever |you ever )?(?:call|phone|ring|contact|dial)\\b${butNotWhen}`),
  /\bdo[- ]not[- ]call (?:list|registry|register)\b/,
  /\b(?:stop|quit|no more) (?:\w+ )?(?:calling|phoning|ringing|contacting|calls)\b/,
  /\b(?:remove|delete|erase|strike|scratch) (?:me|us|my (?:name|number|phone number|details|data)|this number|our number)\b/,
  /\b(?:take|get) (?:me|us|my name|my number|this number) (?:off|out of|from)\b/,
  /\b(?:unsubscribe|opt(?:ing)?[- ]?out|lose (?:my|this) number)\b/,
  /\bnot (?:want|wish|like) (?:to (?:be|get) (?:called|contacted|phoned)|(?:any|more|any more|these|your) calls?)\b/,
  /\bdon'?t want (?:to (?:be|get) (?:called|contacted|phoned)|(?:any|more|any more|these|your) calls?|you (?:to call|calling))\b/,
  /\b(?:never|not|don'?t) (?:ever )?(?:want|wish|need) to hear from (?:you|your company|anyone)\b/,
  /\bleave (?:me|us) alone\b/,
  /\b(?:dejen?me|dejadme|dejeme) en paz\b|\bno quiero saber nada (?:mas|de ustedes)\b/,
  /\bno (?:me|nos) (?:llamen?|llames|telefoneen?|contacten?|contactes)\b(?! (?:antes|hasta|hoy|manana|por la|a las|el|los)\b(?![^.!?]{0,200}\b(?:mas|nunca)\b))/,
  /\bno (?:(?:me|nos) )?(?:vuelvan?|vuelvas) a (?:llamar|telefonear|contactar|marcar)/,
  /\b(?:dejen?|deja|dejes) de (?:llamar|telefonear|contactar)/,
  /\bno quiero (?:que me (?:llamen?|llames|vuelvan?)|mas llamadas|recibir (?:mas )?llamadas)/,
  /\b(?:borren?|elimin[ea]n?|quiten?|saquen?|den?)(?:me|nos|lo)? (?:de (?:la|su|esta) (?:lista|base)|de baja|mi (?:numero|nombre))/,
  /\b(?:borreme|eliminenme|elimineme|quiteme|quitenme|saqueme|saquenme|deme de baja|denme de baja)\b/,
];

/** Whether the customer asks not to be called any more, by rules alone: no model can overlook it. */
export const asksNotToBeCalled = (turns: readonly Turn[]): boolean =>
  customerTexts(turns).some((text) => {
    const said = plainText(text).replace(/\s+/g, ' ');
    return wishes.some((wish) => wish.test(said));
  });
