import type { IntentTranslation, SlotTranslation, Translation } from '../../bot/bot-definition.ts';
import type { callIntents } from './call-intents.ts';
import type { guidanceIntents } from './guidance-intents.ts';
import { spanishGuidance } from './spanish-guidance.ts';
import { spanishSlots } from './spanish-slots.ts';

type Intents = typeof callIntents & Omit<typeof guidanceIntents, 'FallbackIntent'>;

/** Every intent with every slot, or it does not compile. */
type Complete = Translation & {
  readonly intents: {
    readonly [Name in keyof Intents]: IntentTranslation & {
      readonly slots: { readonly [Slot in keyof Intents[Name]['slots']]: SlotTranslation };
    };
  };
};

/** What AtlasEngineBot says and understands in Spanish, as it is spoken in the United States. */
export const spanish = {
  slotTypes: {
    AtlasInterest: {
      description: 'Subjects of a call in Spanish; what is said otherwise is kept as it is',
      values: [
        { value: 'paneles solares', synonyms: ['energía solar', 'placas solares'] },
        { value: 'seguro de hogar', synonyms: ['seguro de la casa', 'seguro de vivienda'] },
        { value: 'seguro de coche', synonyms: ['seguro de auto', 'seguro del carro'] },
        { value: 'precios', synonyms: ['un presupuesto', 'una cotización', 'costos'] },
        { value: 'una demostración', synonyms: ['una demo', 'una presentación'] },
        { value: 'mi cuenta', synonyms: ['mi contrato', 'mi suscripción'] },
      ],
    },
    AtlasConsent: {
      description: 'A yes or a no: Lex has AMAZON.Confirmation in English only',
      closed: true,
      values: [
        {
          value: 'Yes',
          synonyms: [
            'sí',
            'si',
            'sí acepto',
            'acepto',
            'de acuerdo',
            'claro',
            'claro que sí',
            'por supuesto',
            'vale',
          ],
        },
        { value: 'No', synonyms: ['no acepto', 'no quiero', 'no gracias', 'de ninguna manera', 'para nada'] },
      ],
    },
  },
  intents: {
    RequestCall: {
      utterances: [
        'llámenme',
        'por favor llámenme',
        'quiero una llamada',
        'me gustaría recibir una llamada',
        'me puede llamar alguien',
        'quiero que me llamen por {Interest}',
        'llámenme por {Interest}',
        'llámenme al {PhoneNumber}',
        'por favor llamen al {PhoneNumber} por {Interest}',
        'llámenme {PreferredDate} a {PreferredTime}',
        'me llamo {FirstName} {LastName} y quiero una llamada',
        'me interesa {Interest}',
        'que alguien me llame {PreferredDate}',
      ],
      slots: {
        FirstName: spanishSlots.FirstName,
        LastName: spanishSlots.LastName,
        PhoneNumber: spanishSlots.PhoneNumber,
        Interest: spanishSlots.Interest,
        PreferredDate: spanishSlots.PreferredDate,
        PreferredTime: spanishSlots.PreferredTime,
        Consent: spanishSlots.Consent,
      },
    },
    CheckRequestStatus: {
      utterances: [
        'cómo va mi solicitud',
        'cuándo me van a llamar',
        'han recibido mi solicitud',
        'consultar mi solicitud',
        'está programada mi llamada',
        'estado del {PhoneNumber}',
        'cuándo llaman al {PhoneNumber}',
        'qué pasó con mi llamada',
      ],
      slots: { PhoneNumber: spanishSlots.PhoneNumber },
    },
    RescheduleCall: {
      utterances: [
        'cambiar mi llamada',
        'necesito otra hora',
        'llámenme más tarde',
        'ahora no',
        'ahora no es buen momento',
        'pueden pasar la llamada al {PreferredDate}',
        'vuelvan a llamar a {PreferredTime}',
        'vuelvan a llamar {PreferredDate} a {PreferredTime}',
        'cambien mi llamada a {PreferredTime}',
      ],
      slots: {
        PhoneNumber: spanishSlots.PhoneNumber,
        PreferredDate: spanishSlots.PreferredDate,
        PreferredTime: spanishSlots.PreferredTime,
      },
    },
    OptOut: {
      utterances: [
        'alto',
        'no me llamen',
        'dejen de llamarme',
        'no me vuelvan a llamar',
        'darme de baja',
        'quítenme de su lista',
        'borren mi número de la lista',
        'pónganme en la lista de no llamar',
        'no llamen al {PhoneNumber}',
        'no quiero llamadas',
      ],
      slots: { PhoneNumber: spanishSlots.PhoneNumber },
    },
    ...spanishGuidance,
  },
} as const satisfies Complete;
