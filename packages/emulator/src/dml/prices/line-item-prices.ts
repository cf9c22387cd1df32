import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * `TotalPrice` is `UnitPrice` times `Quantity`; of the first two a client gives one. Source: Object Reference,
 * OpportunityLineItem.
 *
 * @param item as it will be
 * @param given what the request writes
 */
export function lineItemPrices(item: StoredRecord, given: StoredRecord): StoredRecord {
  const { Quantity, UnitPrice, TotalPrice } = item;
  if (typeof Quantity !== 'number') return {};
  const [unit, total] = [given['UnitPrice'], given['TotalPrice']];
  if (typeof unit === 'number' && typeof total === 'number' && cents(unit * Quantity) !== total) {
    throw new NotEmulatedError(
      'an OpportunityLineItem whose UnitPrice and TotalPrice disagree: the error is not known',
    );
  }
  if (typeof unit === 'number') return { UnitPrice: unit, TotalPrice: cents(unit * Quantity) };
  if (typeof total === 'number' && Quantity !== 0) return { UnitPrice: cents(total / Quantity), TotalPrice: total };
  if (typeof UnitPrice === 'number' && given['UnitPrice'] !== null) return { TotalPrice: cents(UnitPrice * Quantity) };
  if (typeof TotalPrice === 'number') return {};
  throw new NotEmulatedError('an OpportunityLineItem without a price: the error is not known');
}

function cents(amount: number): number {
  return Number(`${Math.round(Number(`${amount}e2`))}e-2`);
}
