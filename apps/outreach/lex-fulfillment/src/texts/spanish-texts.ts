import { momentIn } from './moment.ts';
import type { Texts } from './texts.ts';

const written = momentIn('es-US');
const askForCall = 'llámenme';
const thanks = 'Muchas gracias.';

/** es_US. */
export const spanishTexts: Texts = {
  invalidName: 'No entendí ese nombre. Escriba solo el nombre, con letras, por favor.',
  invalidPhone:
    'Ese no es un número de teléfono que pueda leer. Démelo con el código de área, por ejemplo (212) 555-0100, y si es extranjero, con el código del país.',
  uncallablePhone:
    'No puedo llamar a un número de ese tipo. Deme el número de un teléfono fijo o móvil, por favor.',
  invalidInterest: 'Dígame en pocas palabras de qué debe tratar la llamada, por favor.',
  unclearDate: 'No entendí el día. Dígalo como "lunes" o "23 de noviembre", por favor.',
  unclearTime: 'No entendí la hora. Dígala como "10:30" o "las 2 de la tarde", por favor.',
  whichTime: '¿A qué hora de ese día debemos llamar?',
  pastTime: 'Esa hora ya pasó. ¿Qué día y hora le convienen?',
  tooFarAhead: 'Eso queda más lejos de lo que puedo planear. ¿Qué día anterior le conviene?',
  outsideHours: (next) =>
    `No podemos llamar a esa hora. La próxima hora posible es ${written(next)}. ¿Cuándo debemos llamar?`,
  unclearConsent:
    'Aquí necesito una respuesta clara. ¿Acepta que nuestro sistema automático le llame a este número? La llamada se graba. Diga sí o no, por favor.',
  consentRefused: `Está bien, nadie le llamará por esta conversación. ${thanks}`,
  mayNotCall:
    'Lo siento, no puedo programar una llamada a este número. Si quiere hablar de ello, diga "agente".',
  callSoon: `${thanks} Su solicitud está anotada y le llamaremos en breve.`,
  callAt: (moment) =>
    `${thanks} Su solicitud está anotada. Le llamaremos el ${written(moment)} o poco después.`,
  knownRequest: 'Ya tenemos esta solicitud.',
  noRequest: `No encontré ninguna solicitud para este número. Para pedir una, diga "${askForCall}".`,
  status: {
    preparing: 'La llamada se está preparando.',
    planned: (moment) => `La llamada está prevista para el ${written(moment)} o poco después.`,
    again: (moment) =>
      `Intentamos comunicarnos y lo intentaremos otra vez el ${written(moment)} o poco después.`,
    withColleague: 'Un colega lo está revisando.',
    stopped: 'Se detuvo antes de terminar. Si quiere una llamada, diga "cambiar mi llamada".',
    completed: 'Ya está atendida. Si quiere otra llamada, diga "cambiar mi llamada".',
  },
  rescheduled: (moment) => `Le llamaremos el ${written(moment)} o poco después.`,
  rescheduleNoted: (moment) =>
    `Anoté que prefiere el ${written(moment)}. No puedo mover yo la llamada prevista: un colega se encargará. Si llamamos antes, diga que no es buen momento.`,
  rescheduleNeedsConsent: `Para otra llamada necesito su solicitud de nuevo. Diga "${askForCall}", por favor.`,
  optedOut: 'Hecho: no se volverá a llamar a este número.',
  handOff: 'Le comunico con un colega.',
  handOffClosed: `En este momento no hay nadie para chatear. Si prefiere que le llamemos, diga "${askForCall}".`,
  help: `Puedo programar una llamada ("${askForCall}"), decirle cómo va su solicitud ("cómo va mi solicitud"), tomar otra hora ("cambiar mi llamada"), detener todas las llamadas ("no me llamen") o comunicarle con una persona ("agente").`,
  notUnderstood: 'Lo siento, no entendí eso. ¿Puede decirlo con otras palabras?',
  notUnderstoodAgain: 'Sigo sin entender, lo siento.',
  trouble:
    'Lo siento, algo no funciona de nuestro lado en este momento. Inténtelo en un minuto, o diga "agente".',
  // Without accents: these fit into one text of the GSM alphabet.
  sms: {
    stopped: 'Atlas Engine: ya no recibe textos ni llamadas. Responda START para textos otra vez.',
    started: 'Atlas Engine: recibe nuestros textos otra vez. Responda STOP para terminar.',
    startedWithoutCalls:
      'Atlas Engine: recibe nuestros textos otra vez. Su numero sigue sin llamadas. Responda STOP para terminar.',
    help: 'Atlas Engine llama por las solicitudes que usted hace. Responda STOP para terminar. Pueden aplicar tarifas.',
    tooLong: 'Es muy largo para que lo lea. Escriba menos palabras, por favor.',
    noHandOff: `No puedo comunicarle por texto. Para hablar con alguien, responda "llamenme".`,
  },
  call: {
    understood: 'Entiendo.',
    wrongNumber: 'Disculpe la molestia.',
    anotherTime: 'Por supuesto, le llamaremos en otro momento.',
    thanks: `${thanks} Lo he anotado.`,
    sayAgain: 'Lo siento, no le entendí. ¿Puede repetirlo?',
  },
};

/** es_US, in fewer words. */
export const spanishShortTexts: Texts = {
  ...spanishTexts,
  invalidPhone: 'No entendí el número de teléfono. Deme todas las cifras, con el código de área, por favor.',
  rescheduleNoted: (moment) => `Anoté que prefiere el ${written(moment)}. Un colega se encargará.`,
  unclearConsent:
    '¿Acepta que nuestro sistema automático le llame a este número? La llamada se graba. Diga sí o no, por favor.',
  help: 'Puedo programar una llamada, hablarle de su solicitud, tomar otra hora o detener todas las llamadas. ¿Qué desea?',
};
