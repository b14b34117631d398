/** A phone number of which only the last two digits can be read. */
export function maskNumber(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 4) return phone;
  return `${'•'.repeat(digits.length - 2)}${digits.slice(-2)}`;
}

/** A text in which anything that looks like an international phone number is masked. */
export const maskNumbersIn = (text: string): string => text.replace(/\+\d{7,15}\b/g, maskNumber);
