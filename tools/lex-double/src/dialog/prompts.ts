import type { BotResponse, Prompt } from '../bot/bot-schema.ts';
import type { WireMessage } from './session.ts';

/** The n-th way of saying each message of a prompt; Lex picks one by chance, the double in turn. */
export const messagesOf = ({ MessageGroupsList }: Prompt | BotResponse, turn = 0): readonly WireMessage[] =>
  MessageGroupsList.map(({ Message, Variations = [] }) => {
    const ways = [Message, ...Variations];
    const said = ways[turn % ways.length] ?? Message;
    return { contentType: 'PlainText', content: said.PlainTextMessage.Value };
  });
