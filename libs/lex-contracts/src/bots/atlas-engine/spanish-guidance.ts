import type { IntentTranslation } from '../../bot/bot-definition.ts';

/** The intents about the conversation itself, in Spanish. */
export const spanishGuidance = {
  SpeakToAgent: {
    utterances: [
      'agente',
      'hablar con un agente',
      'quiero hablar con una persona',
      'comuníqueme con alguien',
      'puedo hablar con un humano',
      'representante',
      'páseme con ventas',
      'déjeme hablar con alguien de verdad',
    ],
    slots: {},
  },
  Help: {
    utterances: [
      'ayuda',
      'qué puede hacer',
      'cómo funciona esto',
      'necesito ayuda',
      'cuáles son mis opciones',
      'quién es usted',
      'de qué se trata esto',
    ],
    slots: {},
  },
} as const satisfies Readonly<Record<string, IntentTranslation>>;
