import type { SlotTranslation } from '../../bot/bot-definition.ts';
import type { slots } from './slots.ts';

/** How AtlasEngineBot asks for its slots in Spanish. */
export const spanishSlots = {
  FirstName: { prompts: ['¿Cuál es su nombre?', '¿Me dice su nombre, por favor?'] },
  LastName: { prompts: ['¿Y su apellido?', '¿Cuál es su apellido?'] },
  PhoneNumber: {
    prompts: [
      '¿Qué número de teléfono es?',
      'Dígame el número de teléfono, con el código de área, por favor.',
    ],
  },
  Interest: { prompts: ['¿De qué le gustaría hablar?', '¿De qué se trata la llamada?'] },
  PreferredDate: { prompts: ['¿Qué día le llamamos?', '¿Qué día le conviene?'] },
  PreferredTime: { prompts: ['¿A qué hora le llamamos?', '¿Qué hora del día le conviene?'] },
  Consent: {
    type: 'AtlasConsent',
    prompts: [
      '¿Acepta que nuestro sistema automático le llame a este número por este asunto? La llamada se graba.',
      'Necesitamos su permiso para una llamada automática y grabada a este número. ¿Acepta?',
    ],
  },
} as const satisfies { readonly [Slot in keyof typeof slots]: SlotTranslation };
