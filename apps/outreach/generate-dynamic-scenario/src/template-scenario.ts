import { scenarioLimits, type Locale, type OutreachRequest, type ScenarioDraft } from '@atlas-engine/domain';
import { isFitToSpeak } from './fit-to-speak.ts';

type Language = 'en' | 'es';

const languageOf = (locale: Locale): Language => (locale.startsWith('es') ? 'es' : 'en');

/** Letters, digits and the marks that belong into a phrase. Everything else is formula, markup or decoration. */
const unspeakable = /[^\p{L}\p{M}\p{N} '\u2019.,-]/gu;
/** By characters, not by halves of one. */
const asMuchAsFits = new RegExp(`^.{0,${String(scenarioLimits.sentence / 4)}}`, 'u');

/** A lead's own words, made fit to be spoken: a short plain phrase, or the fallback. */
function spoken(value: string, fallback: string): string {
  const plain = value.replaceAll(unspeakable, ' ').replaceAll(/\s+/g, ' ').trim();
  const fit = [value, plain].every(isFitToSpeak) && /\p{L}/u.test(plain);
  return fit ? cut(plain) : fallback;
}

/** Cut between words where that leaves any. */
function cut(text: string): string {
  const start = asMuchAsFits.exec(text)?.[0] ?? '';
  if (start.length === text.length) return text;
  return start.includes(' ') ? start.slice(0, start.lastIndexOf(' ')) : start;
}

/** The scenario that is used when the model gives none. It says nothing that is not known. */
export function templateScenario({ lead, interest }: OutreachRequest): ScenarioDraft {
  const name = lead.firstName === undefined ? '' : spoken(lead.firstName, '');
  return templates[languageOf(lead.locale)](name === '' ? '' : ` ${name}`, interest);
}

const templates: Readonly<Record<Language, (name: string, interest: string) => ScenarioDraft>> = {
  en: (name, interest) => ({
    greeting: `Hello${name}, this is an automated call about your request regarding ${spoken(interest, 'our services')}. Is now a good time to talk?`,
    talkingPoints: [
      'You asked us to get in touch, and we would like to understand what you need.',
      'A specialist can go through the options with you, without any obligation.',
    ],
    qualifyingQuestions: ['What would you like to achieve?', 'When would you like to start?'],
    objectionHandling: [
      { objection: 'I have no time now.', answer: 'Of course. When may we call you again?' },
      { objection: 'I am not interested.', answer: 'I understand, thank you for telling me.' },
    ],
    voicemailMessage: 'Hello, this is an automated call about your request. We will try to reach you again.',
    closing: 'Thank you for your time. Goodbye.',
  }),
  es: (name, interest) => ({
    greeting: `Hola${name}, esta es una llamada automática sobre su solicitud acerca de ${spoken(interest, 'nuestros servicios')}. ¿Es un buen momento para hablar?`,
    talkingPoints: [
      'Usted nos pidió que le contactáramos y queremos entender qué necesita.',
      'Un especialista puede revisar las opciones con usted, sin compromiso.',
    ],
    qualifyingQuestions: ['¿Qué le gustaría lograr?', '¿Cuándo le gustaría empezar?'],
    objectionHandling: [
      { objection: 'Ahora no tengo tiempo.', answer: 'Por supuesto. ¿Cuándo podemos volver a llamarle?' },
      { objection: 'No me interesa.', answer: 'Lo entiendo, gracias por decírmelo.' },
    ],
    voicemailMessage:
      'Hola, esta es una llamada automática sobre su solicitud. Intentaremos llamarle de nuevo.',
    closing: 'Gracias por su tiempo. Adiós.',
  }),
};
