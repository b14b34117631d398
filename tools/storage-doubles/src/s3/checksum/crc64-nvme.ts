/** The polynomial of the NVM Express specification (CRC-64/NVME), reflected. */
const polynomial = 0x9a6c9329ac4bc9b5n;

// Two halves of 32 bits: arithmetic with BigInt is too slow for every byte of a recording.
const high = new Uint32Array(256);
const low = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let value = BigInt(byte);
  for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
  high[byte] = Number(value >> 32n);
  low[byte] = Number(value & 0xffffffffn);
}

/** CRC-64/NVME as eight bytes, the most significant first: what S3 reckons of its own accord. */
export const crc64Nvme = (body: Uint8Array): Buffer => {
  let upper = 0xffffffff;
  let lower = 0xffffffff;
  for (const byte of body) {
    const index = (lower ^ byte) & 0xff;
    lower = ((lower >>> 8) | (upper << 24)) ^ (low[index] ?? 0);
    upper = (upper >>> 8) ^ (high[index] ?? 0);
  }
  const digest = Buffer.alloc(8);
  digest.writeUInt32BE(~upper >>> 0);
  digest.writeUInt32BE(~lower >>> 0, 4);
  return digest;
};
