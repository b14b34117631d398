import { BlockList, isIP } from 'node:net';

const kindOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether a text is an address or a range in CIDR notation. */
export const isIpRange = (text: string): boolean => {
  const [address = '', bits] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
};

/** Whether an address lies in a range. */
export const isInRange = (address: string, range: string): boolean => {
  if (isIP(address) === 0 || !isIpRange(range)) return false;
  const [network = '', bits] = range.split('/');
  const list = new BlockList();
  const kind = kindOf(network);
  list.addSubnet(network, bits === undefined ? (kind === 'ipv6' ? 128 : 32) : Number(bits), kind);
  return list.check(address, kindOf(address));
};
