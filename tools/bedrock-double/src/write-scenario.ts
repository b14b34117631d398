import * as z from 'zod';
import type { Answerer } from './bedrock.ts';

const leadSchema = z.object({
  firstName: z.string().optional(),
  company: z.string().optional(),
  interest: z.string(),
  locale: z.string(),
});

const plain = (value: string): string =>
  value
    .replaceAll(/[<>{}[\]]/g, ' ')
    .replaceAll(/https?:\S+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

/** A scenario as a well-behaved model would write it. */
export const writeScenario: Answerer = (material) => {
  const lead = leadSchema.parse(material.get('lead'));
  const name = lead.firstName === undefined ? '' : ` ${plain(lead.firstName)}`;
  const interest = plain(lead.interest);
  return lead.locale.startsWith('es') ? spanish(name, interest) : english(name, interest, lead.company);
};

const english = (name: string, interest: string, company?: string) => ({
  greeting: `Hello${name}, this is an automated call about your request regarding ${interest}. Is now a good time?`,
  talkingPoints: [
    `You asked about ${interest}, and we have helped others with the same question.`,
    company === undefined
      ? 'A specialist can look at your situation with you.'
      : `A specialist can look at the situation of ${plain(company)} with you.`,
  ],
  qualifyingQuestions: ['What do you hope to achieve?', 'When would you like to start?'],
  objectionHandling: [
    { objection: 'I am not interested.', answer: 'I understand. May I ask what would have to be different?' },
    { objection: 'I have no time.', answer: 'Of course. When may we call you again?' },
  ],
  voicemailMessage: `Hello${name}, this is an automated call about your request. We will try again.`,
  closing: 'Thank you for your time. A colleague will follow up as agreed. Goodbye.',
});

const spanish = (name: string, interest: string) => ({
  greeting: `Hola${name}, esta es una llamada automática sobre su solicitud acerca de ${interest}. ¿Es un buen momento?`,
  talkingPoints: [`Usted preguntó por ${interest}.`, 'Un especialista puede revisar su situación con usted.'],
  qualifyingQuestions: ['¿Qué espera lograr?', '¿Cuándo le gustaría empezar?'],
  objectionHandling: [
    { objection: 'No me interesa.', answer: 'Lo entiendo. ¿Qué tendría que ser diferente?' },
  ],
  voicemailMessage: `Hola${name}, esta es una llamada automática sobre su solicitud. Intentaremos de nuevo.`,
  closing: 'Gracias por su tiempo. Un colega se pondrá en contacto. Adiós.',
});
