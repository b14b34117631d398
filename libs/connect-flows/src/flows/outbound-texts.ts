/** What AtlasEngineOutbound says beside the scenario. */
export interface OutboundTexts {
  /** Said before anything is recorded: who hears it can hang up before a word of theirs is kept. */
  readonly notice: string;
  readonly again: string;
  readonly optedOut: string;
  readonly person: string;
  readonly callback: string;
  readonly apology: string;
}

export const englishOutbound: OutboundTexts = {
  notice: 'This is an automated call. It is recorded so that we can follow up correctly.',
  again: 'I am sorry, I did not catch that. Could you say it again?',
  optedOut: 'You will not be called again. Goodbye.',
  person: 'One moment please, I am connecting you with a colleague.',
  callback: 'All of my colleagues are busy. One of them will call you back. Goodbye.',
  apology: 'I am sorry, something went wrong on our side. We will be in touch. Goodbye.',
};

export const spanishOutbound: OutboundTexts = {
  notice: 'Esta es una llamada automática. Se graba para que podamos darle seguimiento correctamente.',
  again: 'Lo siento, no le entendí. ¿Puede repetirlo?',
  optedOut: 'No se le volverá a llamar. Adiós.',
  person: 'Un momento, por favor. Le comunico con un colega.',
  callback: 'Todos mis colegas están ocupados. Uno de ellos le devolverá la llamada. Adiós.',
  apology: 'Lo siento, algo salió mal de nuestro lado. Nos pondremos en contacto. Adiós.',
};

/** A text in the language of the call. */
export const spoken = <const Name extends keyof OutboundTexts>(name: Name) =>
  `$.FlowAttributes.${name}` as const;
