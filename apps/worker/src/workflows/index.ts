// Every workflow of this worker. The names are on the wire: never renamed.
export { writeAccount } from './write-account.ts';
export { writeContact } from './write-contact.ts';
export { writeDeal } from './write-deal.ts';
