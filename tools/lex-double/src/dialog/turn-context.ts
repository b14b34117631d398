import type { Alias } from '../bot/bots.ts';
import type { LocaleModel } from '../bot/locale-model.ts';
import type { Circumstances } from '../slots/slot-type.ts';
import type { Interpretation } from './session.ts';
import type { SessionKey } from './sessions.ts';

/** How the customer talks to the bot. */
export type InputMode = 'Text' | 'Speech' | 'DTMF';

/** What does not change in the course of a turn. */
export interface TurnContext {
  readonly key: SessionKey;
  readonly bot: { readonly id: string; readonly name: string; readonly idleSeconds: number };
  readonly alias: Alias;
  readonly locale: LocaleModel;
  readonly circumstances: Circumstances;
  /** Empty for silence. */
  readonly text: string;
  readonly inputMode: InputMode;
  readonly requestAttributes: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly interpretations: readonly Interpretation[];
}
