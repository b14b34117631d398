/** What is on offer, with made-up terms. */
export const products = {
  'current account': {
    about: 'Our current account has a debit card, and payments are free.',
    price: 'The current account has no monthly fee.',
  },
  'savings account': {
    about: 'Our savings account pays interest every month, and your money is never tied up.',
    price: 'The savings account costs nothing and pays 3 percent a year.',
  },
  'credit card': {
    about: 'Our credit card gives you up to 50 days to pay.',
    price: 'The credit card costs 20 pounds a year, and 19 percent a year on what is not paid back.',
  },
  'personal loan': {
    about: 'Our personal loan runs for one to five years, and you may pay it back early.',
    price: 'The personal loan costs 7 percent a year, without a fee.',
  },
  mortgage: {
    about: 'Our mortgage fixes your rate for two, five or ten years.',
    price: 'The mortgage costs 5 percent a year, and 500 pounds at the start.',
  },
} as const;

export type Product = keyof typeof products;

export const isProduct = (value: string | undefined): value is Product =>
  value !== undefined && Object.hasOwn(products, value);
