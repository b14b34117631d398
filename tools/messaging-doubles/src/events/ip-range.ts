import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { invalidPattern } from './event-pattern-error.ts';

interface Block {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

const readBlock = (text: string): Block | undefined => {
  const [, address = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  if (isIPv4(address) && Number(bits) <= 32) return { address, bits: Number(bits), family: 'ipv4' };
  return isIPv6(address) && Number(bits) <= 128 ? { address, bits: Number(bits), family: 'ipv6' } : undefined;
};

/**
 * Compiles `{"cidr": "192.0.2.0/24"}`, for IPv4 and IPv6.
 *
 * @throws AwsError InvalidEventPatternException when it is no CIDR block.
 */
export const compileCidr = (operand: unknown, path: readonly string[]): ((value: unknown) => boolean) => {
  const block = typeof operand === 'string' ? readBlock(operand) : undefined;
  if (block === undefined) throw invalidPattern(`Malformed CIDR: ${JSON.stringify(operand)}`, path);
  const { address, bits, family } = block;
  const list = new BlockList();
  list.addSubnet(address, bits, family);
  const isFamily = family === 'ipv4' ? isIPv4 : isIPv6;
  return (value) => typeof value === 'string' && isFamily(value) && list.check(value, family);
};
