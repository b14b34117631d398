/** What customers and agents say, by language. */
export const english = {
  goodTime: 'Yes, that is me. I have a few minutes.',
  interested: 'That sounds great, I am interested. Please book me an appointment.',
  goodQuestion: 'Yes, that matters to us, we are looking at it this month.',
  whoIsThis: 'Who is calling, please?',
  notInterested: 'Thank you, but I am not interested.',
  declined: 'No, really, it is not for us. Goodbye.',
  notNow: 'I am in a meeting, can you call me back tomorrow at 3 pm?',
  stopCalling: 'Please take me off your list and do not call me again.',
  wrongNumber: 'You have the wrong number, there is nobody of that name here.',
  person: 'I would like to speak to a person, please.',
  thanks: 'Thank you, goodbye.',
  machine:
    'Hello. You have reached our voicemail. We can not come to the phone right now. Please leave your name, your number and a short message after the tone.',
  agentGreeting: 'Hello, thank you for waiting. You asked for a person, how can I help you?',
  agentAppointment: 'Of course. I have put you down for an appointment, you will get a confirmation.',
};

export type Phrases = { readonly [Phrase in keyof typeof english]: string };

const spanish: Phrases = {
  goodTime: 'Sí, soy yo. Tengo unos minutos.',
  interested: 'Suena muy bien, me interesa. Deme una cita, por favor.',
  goodQuestion: 'Sí, eso nos importa, lo estamos mirando este mes.',
  whoIsThis: '¿Quién llama, por favor?',
  notInterested: 'Gracias, pero no me interesa.',
  declined: 'No, de verdad, no es para nosotros. Adiós.',
  notNow: 'Estoy en una reunión, ¿puede llamarme mañana a las 3?',
  stopCalling: 'Por favor, quíteme de su lista y no me llame más.',
  wrongNumber: 'Tiene el número equivocado, aquí no hay nadie con ese nombre.',
  person: 'Quiero hablar con una persona, por favor.',
  thanks: 'Gracias, adiós.',
  machine:
    'Hola. Ha llamado al buzón de voz. Ahora no podemos atender su llamada. Por favor, deje su nombre, su número y un mensaje breve después de la señal.',
  agentGreeting: 'Hola, gracias por esperar. Ha pedido hablar con una persona, ¿en qué puedo ayudarle?',
  agentAppointment: 'Por supuesto. Le he apuntado una cita, recibirá una confirmación.',
};

/** The phrases of a locale's language: Spanish for `es-…`, else English. */
export const phrasesIn = (locale: string): Phrases => (locale.startsWith('es') ? spanish : english);
